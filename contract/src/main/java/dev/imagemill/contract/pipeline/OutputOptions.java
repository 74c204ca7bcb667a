package dev.imagemill.contract.pipeline;

import dev.imagemill.contract.problem.ProblemType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The options that one output format has.
 *
 * @param effort the format's own range of efforts; not among the parameters if its encoder has no such choice
 */
record OutputOptions(OutputFormat format, List<Parameter<?>> parameters, Parameter<Integer> effort) {
    private static final String FORMAT_NAME = "format";
    private static final Parameter<OutputFormat> FORMAT =
            Parameter.required(FORMAT_NAME, ValueType.choice(OutputFormat.class), "The format of the result.");
    private static final Parameter<Integer> QUALITY =
            Parameter.optional("quality", ValueType.integer(1, 100), 80, "Quality of lossy encoding.");
    private static final Parameter<Boolean> LOSSLESS = Parameter.optional(
            "lossless", ValueType.bool(), false, "Whether to encode without loss; then there is no quality to choose.");
    private static final Parameter<Boolean> PROGRESSIVE = Parameter.optional(
            "progressive", ValueType.bool(), false, "Whether to encode in several passes, coarse to fine.");
    private static final Parameter<Subsampling> SUBSAMPLING = Parameter.optional(
            "subsampling",
            ValueType.choice(Subsampling.class),
            Subsampling.HALF,
            "Resolution of colour: one sample for four pixels, or one for each.");
    private static final Parameter<Color> BACKGROUND =
            Parameter.optional("background", ValueType.opaqueColor(), Color.WHITE, "Colour under transparent pixels.");
    private static final Parameter<Integer> NO_EFFORT = effort(0, 0, 0);

    private static final Map<OutputFormat, OutputOptions> BY_FORMAT = new EnumMap<>(OutputFormat.class);

    static {
        add(OutputFormat.JPEG, NO_EFFORT, QUALITY, PROGRESSIVE, SUBSAMPLING, BACKGROUND);
        add(OutputFormat.PNG, effort(0, 9, 6));
        add(OutputFormat.WEBP, effort(0, 6, 4), QUALITY, LOSSLESS);
        add(OutputFormat.AVIF, effort(0, 9, 4), QUALITY, LOSSLESS, SUBSAMPLING);
        add(OutputFormat.GIF, effort(1, 10, 7));
        add(OutputFormat.TIFF, NO_EFFORT);
    }

    static OutputOptions of(OutputFormat format) {
        OutputOptions options = BY_FORMAT.get(format);
        if (options == null) {
            throw new IllegalStateException("the options of " + format + " are not stated");
        }
        return options;
    }

    static Output read(JsonNode node, String at) {
        StrictObject object = StrictObject.of(node, at, ProblemType.INVALID_PIPELINE, "the output");
        return of(object.get(FORMAT)).read(object);
    }

    private Output read(StrictObject object) {
        List<String> names = new ArrayList<>(List.of(FORMAT_NAME));
        parameters.forEach(parameter -> names.add(parameter.name()));
        object.allow(names, "the format \"" + format.id() + "\"");
        if (object.get(LOSSLESS) && object.has(QUALITY.name())) {
            throw object.problem(object.pointer(QUALITY.name()), "quality does not go with lossless");
        }
        return new Output(
                format,
                object.get(QUALITY),
                object.get(LOSSLESS),
                object.get(effort),
                object.get(PROGRESSIVE),
                object.get(SUBSAMPLING),
                object.get(BACKGROUND));
    }

    Output defaults() {
        return new Output(
                format,
                QUALITY.requireFallback(),
                LOSSLESS.requireFallback(),
                effort.requireFallback(),
                PROGRESSIVE.requireFallback(),
                SUBSAMPLING.requireFallback(),
                BACKGROUND.requireFallback());
    }

    /** Refuses what a document could not say. */
    void check(
            int quality, boolean lossless, int tried, boolean progressive, Subsampling subsampling, Color background) {
        check(QUALITY, quality);
        check(LOSSLESS, lossless);
        check(effort, tried);
        check(PROGRESSIVE, progressive);
        check(SUBSAMPLING, subsampling);
        check(BACKGROUND, background);
        if (lossless && !QUALITY.absent(quality)) {
            throw new IllegalArgumentException("quality does not go with lossless");
        }
    }

    private <T> void check(Parameter<T> parameter, T value) {
        parameter.check(value);
        if (!parameters.contains(parameter) && !parameter.absent(value)) {
            throw new IllegalArgumentException(
                    "the format " + format.id() + " has no " + parameter.name() + ", so it cannot be " + value);
        }
    }

    ObjectNode write(Output output) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put(FORMAT_NAME, format.id());
        BACKGROUND.write(output.background(), json);
        effort.write(output.effort(), json);
        LOSSLESS.write(output.lossless(), json);
        PROGRESSIVE.write(output.progressive(), json);
        QUALITY.write(output.quality(), json);
        SUBSAMPLING.write(output.subsampling(), json);
        return json;
    }

    ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject(FORMAT_NAME).put("const", format.id());
        parameters.forEach(parameter -> properties.set(parameter.name(), parameter.schema()));
        schema.putArray("required").add(FORMAT_NAME);
        schema.put("additionalProperties", false);
        if (parameters.contains(LOSSLESS)) {
            ObjectNode lossy = schema.putObject("dependentSchemas").putObject(QUALITY.name());
            lossy.putObject("properties").putObject(LOSSLESS.name()).put("const", false);
        }
        return schema;
    }

    private static Parameter<Integer> effort(int min, int max, int usual) {
        return Parameter.optional(
                "effort", ValueType.integer(min, max), usual, "How hard the encoder works for fewer bytes.");
    }

    private static void add(OutputFormat format, Parameter<Integer> effort, Parameter<?>... others) {
        List<Parameter<?>> parameters = new ArrayList<>(Arrays.asList(others));
        if (!effort.equals(NO_EFFORT)) {
            parameters.add(effort);
        }
        BY_FORMAT.put(format, new OutputOptions(format, List.copyOf(parameters), effort));
    }
}
