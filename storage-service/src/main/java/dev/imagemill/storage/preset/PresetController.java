package dev.imagemill.storage.preset;

import dev.imagemill.contract.pipeline.Preset;
import dev.imagemill.contract.pipeline.PresetParser;
import dev.imagemill.contract.pipeline.RenditionSpec;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.storage.content.EntityTag;
import dev.imagemill.storage.mark.WatermarkImages;
import dev.imagemill.storage.page.Cursor;
import dev.imagemill.storage.page.Limit;
import dev.imagemill.storage.page.Page;
import dev.imagemill.storage.request.JsonBody;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/presets}: the named sets of renditions. */
@RestController
@RequestMapping("/v1/presets")
class PresetController {
    private static final String CURSOR = "presets";

    private final PresetCatalogue catalogue;
    private final Presets presets;
    private final WatermarkImages marks;

    PresetController(PresetCatalogue catalogue, Presets presets, WatermarkImages marks) {
        this.catalogue = catalogue;
        this.presets = presets;
        this.marks = marks;
    }

    @GetMapping
    Page<PresetDocument> list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Cursor after = Cursor.parse(cursor, CURSOR, 1);
        int most = Limit.of(limit);
        List<StoredPreset> rows = catalogue.list(after == null ? "" : after.part(0), most + 1);
        return Page.of(rows, most, last -> Cursor.of(CURSOR, last.preset().name()))
                .map(PresetDocument::of);
    }

    @GetMapping("/{name}")
    ResponseEntity<PresetDocument> get(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch) {
        StoredPreset stored = catalogue
                .current(name)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.PRESET_NOT_FOUND, "there is no preset \"%s\"".formatted(name)));
        EntityTag tag = new EntityTag(stored.tag());
        return tag.isNamedIn(ifNoneMatch)
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                        .eTag(tag.header())
                        .build()
                : answer(HttpStatus.OK, stored);
    }

    @PutMapping(path = "/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<PresetDocument> put(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            @RequestBody(required = false) byte @Nullable [] body) {
        Preset wanted = PresetParser.parse(name, 1, JsonBody.tree(body == null ? new byte[0] : body));
        List<RenditionSpec> renditions = marks.replace(wanted.renditions(), "/renditions");
        Presets.Saved saved = presets.put(name, renditions, new Presets.Condition(ifMatch, ifNoneMatch));
        return answer(saved.created() ? HttpStatus.CREATED : HttpStatus.OK, saved.preset());
    }

    private static ResponseEntity<PresetDocument> answer(HttpStatus status, StoredPreset stored) {
        PresetDocument document = PresetDocument.of(stored);
        var answer = ResponseEntity.status(status).eTag(new EntityTag(stored.tag()).header());
        if (status == HttpStatus.CREATED) {
            answer.location(URI.create(document.href()));
        }
        return answer.body(document);
    }
}
