package dev.imagemill.storage.image;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/images}: datablocks and their bytes. */
@RestController
@RequestMapping("/v1/images")
class ImageController {
    private final ImageQueries images;
    private final ContentServer server;

    ImageController(ImageQueries images, ContentServer server) {
        this.images = images;
        this.server = server;
    }

    @GetMapping
    Page<ImageDocument> list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String namePrefix) {
        if (namePrefix == null || namePrefix.isEmpty()) {
            return images.newest(Limit.of(limit), Cursor.parse(cursor, ImageQueries.NEWEST_CURSOR, 1));
        }
        if (namePrefix.indexOf('\0') >= 0) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, "\"namePrefix\" has no NUL character");
        }
        return images.named(namePrefix, Limit.of(limit), Cursor.parse(cursor, ImageQueries.NAMED_CURSOR, 2));
    }

    @GetMapping("/{id}")
    ImageDocument get(@PathVariable UUID id) {
        return images.get(id);
    }

    @GetMapping("/{id}/versions")
    Page<VersionDocument> versions(@PathVariable UUID id) {
        return Page.whole(images.versions(id));
    }

    @GetMapping("/{id}/content")
    void content(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ImageDocument image = images.get(id);
        Content content = new Content(
                ObjectKeys.blob(image.sha256()), image.sha256(), image.bytes(), image.mediaType(), image.name());
        server.serve(content, request, response);
    }
}
