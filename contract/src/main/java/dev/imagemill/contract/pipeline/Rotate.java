package dev.imagemill.contract.pipeline;

import static java.util.Objects.requireNonNull;

import dev.imagemill.imageop.ImageSize;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rotates the image counterclockwise about its centre, as PEP 368 does.
 *
 * <p>Quarters move pixels and no more. Any other angle is interpolated, and the result is the smallest image that holds the rotated one.
 *
 * @param degrees -360..360; written in the canonical form as 0 up to, but not including, 360
 * @param background what the corners show; if it is not opaque, an image without alpha gets alpha
 */
public record Rotate(double degrees, Color background) implements Operation {
    private static final Parameter<Double> DEGREES = Parameter.required(
                    "degrees", ValueType.number(-360, 360), "Angle in degrees, counterclockwise.")
            .in(Parameter.Unit.DEGREES);
    private static final Parameter<Color> BACKGROUND = Parameter.optional(
            "background",
            ValueType.color(),
            Color.BLACK,
            "What the corners show after a rotation that is not by quarters. If it is not opaque, an image without alpha gets"
                    + " alpha.");

    private static final double ROUNDING = 1e-6;

    static final OperationType TYPE = new OperationType(
                    "rotate",
                    "Rotates the image counterclockwise, by quarters or any angle.",
                    List.of(DEGREES, BACKGROUND),
                    object -> new Rotate(object.get(DEGREES), object.get(BACKGROUND)))
            .like("{\"op\":\"rotate\",\"degrees\":90}");

    public Rotate {
        requireNonNull(background, "background is null");
        DEGREES.check(degrees);
        degrees = (degrees + 360) % 360;
    }

    /** A rotation on black. */
    public Rotate(double degrees) {
        this(degrees, Color.BLACK);
    }

    /** Whether the rotation is by 0, 90, 180 or 270 degrees, which changes no pixel. */
    public boolean byQuarters() {
        return degrees % 90 == 0;
    }

    @Override
    public String op() {
        return TYPE.op();
    }

    @Override
    public ImageSize resultSize(ImageSize in) {
        if (byQuarters()) {
            return degrees % 180 == 0 ? in : new ImageSize(/* width= */ in.height(), /* height= */ in.width());
        }
        double cos = Math.abs(Math.cos(Math.toRadians(degrees)));
        double sin = Math.abs(Math.sin(Math.toRadians(degrees)));
        return Sides.size((long) Math.ceil(in.width() * cos + in.height() * sin - ROUNDING), (long)
                Math.ceil(in.width() * sin + in.height() * cos - ROUNDING));
    }

    @Override
    public boolean hasEffect(ImageSize in) {
        return degrees != 0;
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = TYPE.begin();
        BACKGROUND.write(background, json);
        DEGREES.write(degrees, json);
        return json;
    }
}
