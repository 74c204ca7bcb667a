package dev.imagemill.contract.pipeline;

import dev.imagemill.contract.problem.ProblemType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The options that one output format has.
 *
 * @param effort the format's own range of efforts; not among the parameters if its encoder has no such choice
 * @param depth the format's own depths; the same
 */
record OutputOptions(
        OutputFormat format, List<Parameter<?>> parameters, Parameter<Integer> effort, Parameter<Integer> depth) {
    static final String FORMAT_NAME = "format";
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
    private static final Parameter<MetadataPolicy> METADATA = Parameter.optional(
            "metadata",
            ValueType.choice(MetadataPolicy.class),
            MetadataPolicy.STRIP,
            "What of the source's EXIF, XMP and IPTC is kept.");
    private static final Parameter<Color> BACKGROUND =
            Parameter.optional("background", ValueType.opaqueColor(), Color.WHITE, "Colour under transparent pixels.");
    private static final Parameter<Integer> NO_EFFORT = effort(0, 0, 0);
    private static final Parameter<Integer> NO_DEPTH = depth(8);
    private static final Parameter<Integer> WHOLE_BYTES = depth(8, 16);

    private static final Map<OutputFormat, OutputOptions> BY_FORMAT = new EnumMap<>(OutputFormat.class);

    static {
        add(OutputFormat.JPEG, effort(0, 2, 1), NO_DEPTH, QUALITY, PROGRESSIVE, SUBSAMPLING, BACKGROUND, METADATA);
        add(OutputFormat.PNG, effort(0, 9, 6), WHOLE_BYTES, PROGRESSIVE, METADATA);
        add(OutputFormat.WEBP, effort(0, 6, 4), NO_DEPTH, QUALITY, LOSSLESS, METADATA);
        add(OutputFormat.AVIF, effort(0, 9, 4), depth(8, 10, 12), QUALITY, LOSSLESS, SUBSAMPLING, METADATA);
        add(OutputFormat.GIF, effort(1, 10, 7), NO_DEPTH, PROGRESSIVE);
        add(OutputFormat.TIFF, effort(1, 9, 6), WHOLE_BYTES, METADATA);
        add(OutputFormat.NPY, NO_EFFORT, WHOLE_BYTES);
        add(OutputFormat.RAW, NO_EFFORT, WHOLE_BYTES);
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
        if (node.path(FORMAT_NAME).asString("").equals(OpenPipeline.AUTO)) {
            throw object.problem(
                    object.pointer(FORMAT_NAME),
                    "\"auto\" is for requests, whose callers say what they accept: expected "
                            + FORMAT.type().expected());
        }
        return of(object.get(FORMAT)).read(object);
    }

    /** What can be asked of a format before it is known which. */
    record Wishes(int quality, Color background, MetadataPolicy metadata) {
        static final Wishes NONE =
                new Wishes(QUALITY.requireFallback(), BACKGROUND.requireFallback(), METADATA.requireFallback());
    }

    static Wishes readWishes(JsonNode node, String at) {
        StrictObject object = StrictObject.of(node, at, ProblemType.INVALID_PIPELINE, "the output")
                .allow(
                        List.of(FORMAT_NAME, QUALITY.name(), BACKGROUND.name(), METADATA.name()),
                        "the format \"" + OpenPipeline.AUTO + "\"");
        return new Wishes(object.get(QUALITY), object.get(BACKGROUND), object.get(METADATA));
    }

    /** The format's options, as near to the wishes as it has them. */
    Output fulfil(Wishes wishes) {
        Output usual = defaults();
        return new Output(
                format,
                parameters.contains(QUALITY) ? wishes.quality() : usual.quality(),
                usual.lossless(),
                usual.effort(),
                usual.progressive(),
                usual.subsampling(),
                parameters.contains(BACKGROUND) ? wishes.background() : usual.background(),
                usual.depth(),
                parameters.contains(METADATA) ? wishes.metadata() : usual.metadata());
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
                object.get(BACKGROUND),
                object.find(depth),
                object.get(METADATA));
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
            int quality,
            boolean lossless,
            int tried,
            boolean progressive,
            Subsampling subsampling,
            Color background,
            @Nullable Integer bits,
            MetadataPolicy metadata) {
        check(QUALITY, quality);
        check(LOSSLESS, lossless);
        check(effort, tried);
        check(PROGRESSIVE, progressive);
        check(SUBSAMPLING, subsampling);
        check(BACKGROUND, background);
        check(depth, bits);
        check(METADATA, metadata);
        if (lossless && !QUALITY.absent(quality)) {
            throw new IllegalArgumentException("quality does not go with lossless");
        }
    }

    private <T> void check(Parameter<T> parameter, @Nullable T value) {
        parameter.check(value);
        if (!parameters.contains(parameter) && !parameter.absent(value)) {
            throw new IllegalArgumentException(
                    "the format " + format.id() + " has no " + parameter.name() + ", so it cannot be " + value);
        }
    }

    ObjectNode write(Output output) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put(FORMAT_NAME, format.id());
        BACKGROUND.write(output.background(), json);
        depth.write(output.depth(), json);
        effort.write(output.effort(), json);
        LOSSLESS.write(output.lossless(), json);
        METADATA.write(output.metadata(), json);
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

    private static Parameter<Integer> depth(Integer... bits) {
        return Parameter.optional(
                "depth", ValueType.oneOf(List.of(bits)), "Bits of a sample; as the picture has if not given.");
    }

    private static void add(
            OutputFormat format, Parameter<Integer> effort, Parameter<Integer> depth, Parameter<?>... others) {
        List<Parameter<?>> parameters = new ArrayList<>(Arrays.asList(others));
        if (!effort.equals(NO_EFFORT)) {
            parameters.add(effort);
        }
        if (!depth.equals(NO_DEPTH)) {
            parameters.add(depth);
        }
        BY_FORMAT.put(format, new OutputOptions(format, List.copyOf(parameters), effort, depth));
    }
}
