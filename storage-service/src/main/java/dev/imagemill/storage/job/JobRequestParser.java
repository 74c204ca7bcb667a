package dev.imagemill.storage.job;

import dev.imagemill.contract.pipeline.PresetParser;
import dev.imagemill.contract.pipeline.RenditionSpec;
import dev.imagemill.storage.request.JsonBody;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the body of {@code POST /v1/jobs}. */
final class JobRequestParser {
    private static final String PRESET = "preset";
    private static final String RENDITIONS = "renditions";
    private static final String SELECTION = "selection";
    private static final String ALL = "all";
    private static final String IDS = "ids";
    private static final String NAME_PREFIX = "namePrefix";
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private JobRequestParser() {}

    static JobRequest parse(byte[] text) {
        JsonBody body = JsonBody.parse(text).allow(PRESET, RENDITIONS, SELECTION);
        boolean byPreset = body.oneOf(PRESET, RENDITIONS).equals(PRESET);
        @Nullable String preset = byPreset ? body.text(PRESET) : null;
        List<RenditionSpec> renditions =
                byPreset ? List.of() : PresetParser.renditions(body.get(RENDITIONS), body.pointer(RENDITIONS));
        return new JobRequest(preset, renditions, selection(body.object(SELECTION)));
    }

    private static Selection selection(JsonBody selection) {
        return switch (selection.allow(ALL, IDS, NAME_PREFIX).oneOf(ALL, IDS, NAME_PREFIX)) {
            case ALL -> all(selection);
            case IDS -> ids(selection.get(IDS), selection.pointer(IDS));
            default -> namePrefix(selection);
        };
    }

    private static Selection all(JsonBody selection) {
        JsonNode value = selection.get(ALL);
        if (!value.isBoolean() || !value.booleanValue()) {
            throw JsonBody.problem(selection.pointer(ALL), "expected true, got " + JsonBody.kind(value));
        }
        return new Selection.All();
    }

    private static Selection namePrefix(JsonBody selection) {
        String prefix = selection.text(NAME_PREFIX);
        if (prefix.isEmpty() || prefix.indexOf('\0') >= 0) {
            throw JsonBody.problem(
                    selection.pointer(NAME_PREFIX),
                    "expected a prefix of at least one character and no NUL; {\"all\": true} selects every image");
        }
        return new Selection.NamePrefix(prefix);
    }

    private static Selection ids(JsonNode list, String at) {
        if (!list.isArray()) {
            throw JsonBody.problem(at, "expected an array of image ids, got " + JsonBody.kind(list));
        }
        if (list.isEmpty()) {
            throw JsonBody.problem(at, "expected at least one image's id");
        }
        if (list.size() > Selection.Ids.MAX) {
            throw JsonBody.problem(at, "expected at most %d ids, got %d".formatted(Selection.Ids.MAX, list.size()));
        }
        Set<UUID> ids = new LinkedHashSet<>();
        for (int i = 0; i < list.size(); i++) {
            UUID id = id(list.get(i), at + "/" + i);
            if (!ids.add(id)) {
                throw JsonBody.problem(at + "/" + i, "image %s is named twice".formatted(id));
            }
        }
        return new Selection.Ids(new ArrayList<>(ids));
    }

    private static UUID id(JsonNode value, String at) {
        if (!value.isString() || !UUID_TEXT.matcher(value.stringValue()).matches()) {
            throw JsonBody.problem(at, "expected an image's id, a UUID as a string");
        }
        return UUID.fromString(value.stringValue());
    }
}
