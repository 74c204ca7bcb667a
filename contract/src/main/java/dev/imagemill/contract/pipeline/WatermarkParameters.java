package dev.imagemill.contract.pipeline;

import dev.imagemill.contract.store.Sha256;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The parameters of {@link Watermark} and what they must fulfil together. */
final class WatermarkParameters {
    static final int MARGIN_OF_GRADIO = 10;

    private static final String UUID_PATTERN = "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$";
    private static final ValueType<Integer> COORDINATE = ValueType.integer(0, Pipeline.MAX_SIDE - 1);

    private static final Parameter<String> BLOB =
            Parameter.optional("blob", ValueType.digest(), "Digest of the mark's file. Either this or image.");
    private static final Parameter<UUID> IMAGE = Parameter.optional(
            "image",
            ValueType.text("the id of an image, a UUID", UUID_PATTERN, UUID::fromString),
            "Id of the image whose file is the mark; it is replaced by the file's digest where the pipeline is taken in.");
    private static final Parameter<Place> POSITION = Parameter.optional(
            "position", ValueType.choice(Place.class), Place.BOTTOM_RIGHT, "Where the mark lies. Not with x and y.");
    private static final Parameter<Integer> X = Parameter.<Integer>optional(
                    "x",
                    COORDINATE,
                    "Left edge of the mark, in pixels from the left, instead of a position. Only with y.")
            .in(Parameter.Unit.PIXELS);
    private static final Parameter<Integer> Y = Parameter.<Integer>optional(
                    "y",
                    COORDINATE,
                    "Top edge of the mark, in pixels from the top, instead of a position. Only with x.")
            .in(Parameter.Unit.PIXELS);
    private static final Parameter<Integer> MARGIN = Parameter.optional(
                    "margin",
                    ValueType.integer(0, Pipeline.MAX_SIDE),
                    MARGIN_OF_GRADIO,
                    "Pixels between the mark and the edges it lies at, and between marks.")
            .in(Parameter.Unit.PIXELS);
    private static final Parameter<Double> OPACITY = Parameter.optional(
                    "opacity", ValueType.number(0, 1), 1.0, "What the mark's alpha is multiplied by.")
            .in(Parameter.Unit.FRACTION);
    private static final Parameter<Double> SCALE = Parameter.<Double>optional(
                    "scale",
                    ValueType.number(0.001, 1),
                    "The part of the image's width and height that the mark is resized to fit into; its own size if it is missing.")
            .in(Parameter.Unit.FRACTION);
    private static final Parameter<Boolean> TILE = Parameter.optional(
            "tile", ValueType.bool(), false, "Whether the mark is repeated all over the image, in rows and columns.");

    static final List<Parameter<?>> ALL = List.of(BLOB, IMAGE, POSITION, X, Y, MARGIN, OPACITY, SCALE, TILE);

    private WatermarkParameters() {}

    static Watermark read(StrictObject object) {
        if (object.has(BLOB.name()) == object.has(IMAGE.name())) {
            throw object.problem(object.pointer(), "expected either blob or image");
        }
        requireCompany(object, X, Y);
        requireCompany(object, Y, X);
        if (object.has(X.name()) && object.has(POSITION.name())) {
            throw object.problem(object.pointer(POSITION.name()), "position does not go with x and y");
        }
        Integer x = object.find(X);
        Integer y = object.find(Y);
        return new Watermark(
                object.find(BLOB),
                object.find(IMAGE),
                object.get(POSITION),
                x == null || y == null ? null : new Point(x, y),
                object.get(MARGIN),
                object.get(OPACITY),
                object.find(SCALE),
                object.get(TILE));
    }

    private static void requireCompany(StrictObject object, Parameter<?> parameter, Parameter<?> other) {
        if (object.has(parameter.name()) && !object.has(other.name())) {
            throw object.problem(
                    object.pointer(parameter.name()), parameter.name() + " goes only with " + other.name());
        }
    }

    /** Refuses what a document could not say. */
    static void check(
            @Nullable String blob,
            @Nullable UUID image,
            Place place,
            @Nullable Point at,
            int margin,
            double opacity,
            @Nullable Double scale) {
        if ((blob == null) == (image == null)) {
            throw new IllegalArgumentException("expected either a blob or an image");
        }
        if (blob != null && !Sha256.isDigest(blob)) {
            throw new IllegalArgumentException("blob is " + BLOB.type().expected() + ", not " + blob);
        }
        if (at != null) {
            X.check(at.x());
            Y.check(at.y());
            if (!POSITION.absent(place)) {
                throw new IllegalArgumentException("position does not go with x and y");
            }
        }
        MARGIN.check(margin);
        OPACITY.check(opacity);
        SCALE.check(scale);
    }

    static void addRules(ObjectNode schema) {
        ArrayNode either = schema.putArray("oneOf");
        either.addObject().putArray("required").add(BLOB.name());
        either.addObject().putArray("required").add(IMAGE.name());
        ObjectNode required = schema.putObject("dependentRequired");
        required.putArray(X.name()).add(Y.name());
        required.putArray(Y.name()).add(X.name());
        schema.putObject("dependentSchemas")
                .putObject(X.name())
                .putObject("properties")
                .put(POSITION.name(), false);
    }

    static ObjectNode write(Watermark watermark, ObjectNode json) {
        Point at = watermark.at();
        BLOB.write(watermark.blob(), json);
        IMAGE.write(watermark.image(), json);
        MARGIN.write(watermark.margin(), json);
        OPACITY.write(watermark.opacity(), json);
        POSITION.write(watermark.place(), json);
        SCALE.write(watermark.scale(), json);
        TILE.write(watermark.tile(), json);
        X.write(at == null ? null : at.x(), json);
        Y.write(at == null ? null : at.y(), json);
        return json;
    }
}
