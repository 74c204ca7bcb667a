package dev.imagemill.contract.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The parameters of {@link Scale} and what they must fulfil together. */
final class ScaleParameters {
    private static final ValueType<Integer> SIDE = ValueType.integer(1, Pipeline.MAX_SIDE);

    private static final Parameter<Integer> WIDTH = Parameter.optional(
                    "width", SIDE, "Width to fit, in pixels; if it is missing it follows from the height.")
            .in(Parameter.Unit.PIXELS);
    private static final Parameter<Integer> HEIGHT = Parameter.optional(
                    "height", SIDE, "Height to fit, in pixels; if it is missing it follows from the width.")
            .in(Parameter.Unit.PIXELS);
    private static final Parameter<Double> FACTOR = Parameter.optional(
                    "factor",
                    ValueType.number(0.001, 100),
                    "Ratio to multiply both sides by, instead of width and height.")
            .in(Parameter.Unit.FACTOR);
    private static final Parameter<Fit> FIT = Parameter.optional(
            "fit", ValueType.choice(Fit.class), Fit.INSIDE, "How the image is made to fit width and height.");
    private static final Parameter<Kernel> KERNEL =
            Parameter.optional("kernel", ValueType.choice(Kernel.class), Kernel.LANCZOS3, "Resampling function.");
    private static final Parameter<Boolean> ENLARGE = Parameter.optional(
            "enlarge", ValueType.bool(), false, "Whether an image smaller than asked for is made larger.");
    private static final Parameter<Gravity> GRAVITY = Parameter.optional(
            "gravity",
            ValueType.choice(Gravity.class),
            Gravity.CENTER,
            "Where the content keeps to. Only with fit cover or contain, attention and entropy only with cover.");
    private static final Parameter<Focus> FOCUS = Parameter.optional(
                    "focus",
                    Focus.TYPE,
                    "The point, from the left and from the top, to keep as near to the middle as possible. Only with fit cover"
                            + " and without gravity.")
            .in(Parameter.Unit.FRACTION);
    private static final Parameter<Color> BACKGROUND = Parameter.optional(
            "background",
            ValueType.color(),
            Color.BLACK,
            "What fit contain adds around the image. If it is not opaque, an image without alpha gets alpha.");

    static final List<Parameter<?>> ALL =
            List.of(WIDTH, HEIGHT, FACTOR, FIT, KERNEL, ENLARGE, GRAVITY, FOCUS, BACKGROUND);

    private static final List<Parameter<?>> NOT_WITH_FACTOR =
            List.of(WIDTH, HEIGHT, FIT, ENLARGE, GRAVITY, FOCUS, BACKGROUND);
    private static final List<Fit> FITS_OF_GRAVITY = List.of(Fit.COVER, Fit.CONTAIN);
    private static final List<Fit> FITS_OF_FOCUS = List.of(Fit.COVER);
    private static final List<Gravity> GRAVITIES_OF_COVER =
            Arrays.stream(Gravity.values()).filter(Gravity::dependsOnPixels).toList();
    private static final List<Fit> FITS_OF_BACKGROUND = List.of(Fit.CONTAIN);

    private ScaleParameters() {}

    static Scale read(StrictObject object) {
        checkTogether(object);
        return new Scale(
                object.find(WIDTH),
                object.find(HEIGHT),
                object.find(FACTOR),
                object.get(FIT),
                object.get(KERNEL),
                object.get(ENLARGE),
                object.get(GRAVITY),
                object.find(FOCUS),
                object.get(BACKGROUND));
    }

    private static void checkTogether(StrictObject object) {
        if (object.has(FACTOR.name())) {
            NOT_WITH_FACTOR.stream()
                    .filter(parameter -> object.has(parameter.name()))
                    .findFirst()
                    .ifPresent(parameter -> {
                        throw object.problem(
                                object.pointer(parameter.name()), parameter.name() + " does not go with factor");
                    });
        } else if (!object.has(WIDTH.name()) && !object.has(HEIGHT.name())) {
            throw object.problem(object.pointer(), "expected width, height or factor");
        }
        Fit fit = object.get(FIT);
        requireFit(object, GRAVITY, fit, FITS_OF_GRAVITY);
        requireFit(object, FOCUS, fit, FITS_OF_FOCUS);
        requireFit(object, BACKGROUND, fit, FITS_OF_BACKGROUND);
        Gravity gravity = object.get(GRAVITY);
        if (gravity.dependsOnPixels() && fit != Fit.COVER) {
            throw object.problem(
                    object.pointer(GRAVITY.name()),
                    "gravity \"" + gravity.id() + "\" goes only with fit \"cover\", and fit is \"" + fit.id() + '"');
        }
        if (object.has(FOCUS.name()) && object.has(GRAVITY.name())) {
            throw object.problem(object.pointer(FOCUS.name()), "focus does not go with gravity");
        }
    }

    private static void requireFit(StrictObject object, Parameter<?> parameter, Fit fit, List<Fit> fits) {
        if (object.has(parameter.name()) && !fits.contains(fit)) {
            List<String> words =
                    fits.stream().map(word -> '"' + word.id() + '"').toList();
            throw object.problem(
                    object.pointer(parameter.name()),
                    parameter.name() + " goes only with fit " + String.join(" or ", words) + ", and fit is \""
                            + fit.id() + '"');
        }
    }

    /** Refuses what a document could not say. */
    static void check(
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Double factor,
            Fit fit,
            boolean enlarge,
            Gravity gravity,
            @Nullable Focus focus,
            Color background) {
        WIDTH.check(width);
        HEIGHT.check(height);
        FACTOR.check(factor);
        require((factor == null) != (width == null && height == null), "expected either a factor or a width or height");
        require(
                factor == null || (FIT.absent(fit) && ENLARGE.absent(enlarge)),
                "fit and enlarge do not go with factor");
        require(GRAVITY.absent(gravity) || FITS_OF_GRAVITY.contains(fit), "gravity does not go with fit " + fit);
        require(!gravity.dependsOnPixels() || fit == Fit.COVER, "gravity " + gravity + " does not go with fit " + fit);
        require(
                focus == null || (fit == Fit.COVER && GRAVITY.absent(gravity)),
                "focus goes with fit COVER only, and not with gravity");
        require(
                BACKGROUND.absent(background) || FITS_OF_BACKGROUND.contains(fit),
                "background does not go with fit " + fit);
    }

    private static void require(boolean held, String otherwise) {
        if (!held) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    static void addRules(ObjectNode schema) {
        schema.putArray("anyOf")
                .addAll(Stream.of(WIDTH, HEIGHT, FACTOR)
                        .map(ScaleParameters::requires)
                        .toList());
        ObjectNode dependent = schema.putObject("dependentSchemas");
        ObjectNode withFactor = dependent.putObject(FACTOR.name()).putObject("properties");
        NOT_WITH_FACTOR.forEach(parameter -> withFactor.put(parameter.name(), false));
        addFitRule(dependent, GRAVITY, FITS_OF_GRAVITY);
        addFitRule(dependent, FOCUS, FITS_OF_FOCUS)
                .withObjectProperty("properties")
                .put(GRAVITY.name(), false);
        addFitRule(dependent, BACKGROUND, FITS_OF_BACKGROUND);
        ObjectNode byPixels = schema.putObject("if");
        byPixels.putObject("properties")
                .set(
                        GRAVITY.name(),
                        ValueType.choice(GRAVITIES_OF_COVER, Gravity::id).schema());
        byPixels.putArray("required").add(GRAVITY.name());
        schema.putObject("then").putObject("properties").putObject(FIT.name()).put("const", Fit.COVER.id());
    }

    private static ObjectNode addFitRule(ObjectNode dependent, Parameter<?> parameter, List<Fit> fits) {
        ObjectNode rule = requires(FIT);
        rule.putObject("properties")
                .set(FIT.name(), ValueType.choice(fits, Fit::id).schema());
        dependent.set(parameter.name(), rule);
        return rule;
    }

    private static ObjectNode requires(Parameter<?> parameter) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.putArray("required").add(parameter.name());
        return schema;
    }

    static ObjectNode write(Scale scale, ObjectNode json) {
        BACKGROUND.write(scale.background(), json);
        ENLARGE.write(scale.enlarge(), json);
        FACTOR.write(scale.factor(), json);
        FIT.write(scale.fit(), json);
        FOCUS.write(scale.focus(), json);
        GRAVITY.write(scale.gravity(), json);
        HEIGHT.write(scale.height(), json);
        KERNEL.write(scale.kernel(), json);
        WIDTH.write(scale.width(), json);
        return json;
    }
}
