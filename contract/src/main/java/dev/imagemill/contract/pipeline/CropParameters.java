package dev.imagemill.contract.pipeline;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The parameters of {@link Crop}: lengths whose type depends on what they are counted in. */
final class CropParameters {
    private static final Parameter<Double> X = Parameter.optional("x", position(), 0.0, "Left edge of the rectangle.");
    private static final Parameter<Double> Y = Parameter.optional("y", position(), 0.0, "Top edge of the rectangle.");
    private static final Parameter<Double> WIDTH = Parameter.required("width", length(), "Width of the rectangle.");
    private static final Parameter<Double> HEIGHT = Parameter.required("height", length(), "Height of the rectangle.");
    private static final Parameter<Measure> UNIT = Parameter.optional(
            "unit",
            ValueType.choice(Measure.class),
            Measure.PIXELS,
            "What the other four are counted in: pixels, or fractions of the image's width and height.");

    static final List<Parameter<?>> ALL = List.of(X, Y, WIDTH, HEIGHT, UNIT);

    private static final List<Parameter<Double>> LENGTHS = List.of(X, Y, WIDTH, HEIGHT);

    private CropParameters() {}

    private static ValueType<Double> position() {
        int most = Pipeline.MAX_SIDE - 1;
        ObjectNode schema = number().put("minimum", 0).put("maximum", most);
        return type(
                "an integer from 0 to " + most + ", or with unit \"fraction\" a number from 0 to 1", schema, 0, most);
    }

    private static ValueType<Double> length() {
        int most = Pipeline.MAX_SIDE;
        ObjectNode schema = number().put("exclusiveMinimum", 0).put("maximum", most);
        return type(
                "an integer from 1 to " + most + ", or with unit \"fraction\" a number above 0 and up to 1",
                schema,
                Double.MIN_VALUE,
                most);
    }

    private static ObjectNode number() {
        return JsonNodeFactory.instance.objectNode().put("type", "number");
    }

    private static ValueType<Double> type(String expected, ObjectNode schema, double least, double most) {
        ValueType<Double> numbers = ValueType.number(least, most);
        return new ValueType<>(expected, schema, numbers.reader(), numbers.writer());
    }

    static Crop read(StrictObject object) {
        Measure unit = object.get(UNIT);
        for (Parameter<Double> parameter : LENGTHS) {
            Optional<Double> value = Optional.ofNullable(object.find(parameter));
            if (value.isPresent() && !fits(value.get(), unit)) {
                throw object.problem(
                        object.pointer(parameter.name()),
                        "expected " + parameter.type().expected() + ", got "
                                + StrictObject.echo(parameter.type().writer().apply(value.get())));
            }
        }
        return new Crop(object.get(X), object.get(Y), object.get(WIDTH), object.get(HEIGHT), unit);
    }

    private static boolean fits(double value, Measure unit) {
        return switch (unit) {
            case PIXELS -> value == Math.rint(value);
            case FRACTION -> value <= 1;
        };
    }

    /** Refuses what a document could not say. */
    static void check(double x, double y, double width, double height, Measure unit) {
        X.check(x);
        Y.check(y);
        WIDTH.check(width);
        HEIGHT.check(height);
        for (double value : new double[] {x, y, width, height}) {
            if (!fits(value, unit)) {
                throw new IllegalArgumentException(value + " is not a number of " + unit.id());
            }
        }
    }

    static void addRules(ObjectNode schema) {
        ObjectNode fraction = schema.putObject("if");
        fraction.putObject("properties").putObject(UNIT.name()).put("const", Measure.FRACTION.id());
        fraction.putArray("required").add(UNIT.name());
        ObjectNode fractions = schema.putObject("then").putObject("properties");
        ObjectNode pixels = schema.putObject("else").putObject("properties");
        for (Parameter<Double> parameter : LENGTHS) {
            fractions.putObject(parameter.name()).put("maximum", 1);
            pixels.putObject(parameter.name()).put("type", "integer");
        }
    }

    static ObjectNode write(Crop crop, ObjectNode json) {
        HEIGHT.write(crop.height(), json);
        UNIT.write(crop.unit(), json);
        WIDTH.write(crop.width(), json);
        X.write(crop.x(), json);
        Y.write(crop.y(), json);
        return json;
    }
}
