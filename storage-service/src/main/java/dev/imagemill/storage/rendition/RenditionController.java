package dev.imagemill.storage.rendition;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.contract.store.ObjectKeys;
import dev.imagemill.storage.content.Content;
import dev.imagemill.storage.content.ContentServer;
import dev.imagemill.storage.page.Cursor;
import dev.imagemill.storage.page.Limit;
import dev.imagemill.storage.page.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/images/{id}/renditions}: an image's renditions and their bytes. */
@RestController
@RequestMapping("/v1/images/{id}/renditions")
class RenditionController {
    private final RenditionQueries renditions;
    private final ContentServer server;

    RenditionController(RenditionQueries renditions, ContentServer server) {
        this.renditions = renditions;
        this.server = server;
    }

    @GetMapping
    Page<ImageRendition> list(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Page<ImageRendition> page =
                renditions.list(id, Limit.of(limit), Cursor.parse(cursor, RenditionQueries.CURSOR, 1));
        if (page == null) {
            throw new ProblemException(ProblemType.IMAGE_NOT_FOUND, "there is no image " + id);
        }
        return page;
    }

    @GetMapping("/{name:.+}")
    ImageRendition get(@PathVariable UUID id, @PathVariable String name) {
        return renditions.get(id, name);
    }

    @GetMapping("/{name:.+}/content")
    void content(
            @PathVariable UUID id, @PathVariable String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ImageRendition rendition = renditions.get(id, name);
        if (rendition.state() != RenditionState.READY) {
            throw new ProblemException(
                    ProblemType.RENDITION_NOT_READY,
                    "rendition \"%s\" of image %s is %s".formatted(name, id, rendition.state()));
        }
        server.serve(content(rendition), request, response);
    }

    private static Content content(ImageRendition rendition) {
        String mediaType = Objects.requireNonNull(rendition.mediaType(), "mediaType is null");
        String extension = mediaType.substring(mediaType.indexOf('/') + 1);
        return new Content(
                ObjectKeys.rendition(Objects.requireNonNull(rendition.key(), "key is null")),
                Objects.requireNonNull(rendition.sha256(), "sha256 is null"),
                Objects.requireNonNull(rendition.bytes(), "bytes is null"),
                mediaType,
                "%s.%s.%s".formatted(rendition.imageId(), rendition.name(), extension));
    }
}
