package dev.imagemill.contract.pipeline;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads presets and lists of renditions as strictly as {@link PipelineParser} reads pipelines. */
public final class PresetParser {
    private static final String NAME = "name";
    private static final String REVISION = "revision";
    private static final String RENDITIONS = "renditions";
    private static final String PIPELINE = "pipeline";
    private static final ValueType<Integer> REVISION_TYPE = ValueType.integer(1, Integer.MAX_VALUE);

    private PresetParser() {}

    /**
     * Reads a preset as {@link Preset#json()} writes it.
     *
     * @throws ProblemException {@code invalid-preset}, or {@code invalid-pipeline} for what lies in a pipeline
     */
    public static Preset parse(String json) {
        JsonNode node = StrictJson.read(json, ProblemType.INVALID_PRESET);
        StrictObject object = StrictObject.of(node, "", ProblemType.INVALID_PRESET, "a preset")
                .allow(List.of(NAME, REVISION, RENDITIONS), "a preset");
        String name = presetName(object);
        int revision = object.get(Parameter.required(REVISION, REVISION_TYPE, "Revision."));
        return new Preset(name, revision, renditions(object.get(RENDITIONS, "an array"), "/" + RENDITIONS));
    }

    /**
     * Reads what a client sends to make a preset: an object with the field {@code renditions}.
     *
     * @param name the preset's name, which comes from elsewhere
     * @throws ProblemException {@code invalid-preset}, or {@code invalid-pipeline} for what lies in a pipeline
     */
    public static Preset parse(String name, int revision, JsonNode body) {
        StrictObject object = StrictObject.of(body, "", ProblemType.INVALID_PRESET, "a preset")
                .allow(List.of(RENDITIONS), "a preset");
        checkPresetName(object, name, "");
        return new Preset(name, revision, renditions(object.get(RENDITIONS, "an array"), "/" + RENDITIONS));
    }

    /**
     * Reads the text that a client sends to make a preset.
     *
     * @param name the preset's name, which comes from elsewhere
     * @throws ProblemException {@code invalid-preset}, or {@code invalid-pipeline} for what lies in a pipeline
     */
    public static Preset parse(String name, int revision, String body) {
        return parse(name, revision, StrictJson.read(body, ProblemType.INVALID_PRESET));
    }

    /**
     * Reads an array of 1 to 64 objects with {@code name} and {@code pipeline}, the names all different.
     *
     * @param at where the array lies in the submitted document, as a JSON Pointer
     * @throws ProblemException {@code invalid-preset}, or {@code invalid-pipeline} for what lies in a pipeline
     */
    public static List<RenditionSpec> renditions(JsonNode list, String at) {
        StrictObject.requireArray(list, at, 1, Preset.MAX_RENDITIONS, ProblemType.INVALID_PRESET, "renditions");
        List<RenditionSpec> renditions = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode element : list) {
            renditions.add(rendition(element, at + "/" + renditions.size(), names));
        }
        return renditions;
    }

    /**
     * Reads an object with {@code name} and {@code pipeline}.
     *
     * @throws ProblemException {@code invalid-preset}, or {@code invalid-pipeline} for what lies in the pipeline
     */
    public static RenditionSpec rendition(JsonNode node) {
        return rendition(node, "", new HashSet<>());
    }

    private static RenditionSpec rendition(JsonNode node, String at, Set<String> names) {
        StrictObject object = StrictObject.of(node, at, ProblemType.INVALID_PRESET, "a rendition")
                .allow(List.of(NAME, PIPELINE), "a rendition");
        String name = object.get(Parameter.required(NAME, ValueType.name(), "Name."));
        if (!names.add(name)) {
            throw object.problem(
                    object.pointer(NAME), "the name \"" + name + "\" comes twice: expected different names");
        }
        JsonNode pipeline = object.get(PIPELINE, "a pipeline as an object");
        return new RenditionSpec(name, PipelineParser.parse(pipeline, object.pointer(PIPELINE)));
    }

    private static String presetName(StrictObject object) {
        String name = object.get(Parameter.required(NAME, ValueType.name(), "Name."));
        checkPresetName(object, name, object.pointer(NAME));
        return name;
    }

    private static void checkPresetName(StrictObject object, String name, String at) {
        if (!Names.isName(name)) {
            throw object.problem(
                    at, "expected as the preset's name " + Names.EXPECTED + ", got " + StrictObject.quote(name));
        }
        if (name.equals(Names.CUSTOM)) {
            throw object.problem(at, "the name \"custom\" is taken: it stands for renditions without a preset");
        }
    }
}
