package dev.imagemill.contract.pipeline;

import static java.util.Objects.requireNonNull;

import dev.imagemill.imageop.ImageSize;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Resizes the image, either to a width and height (or one of them, the other following from the proportions) or by a
 * factor.
 *
 * <p>The sizes are those that sharp gives. With {@code inside}, {@code outside}, {@code cover} and {@code contain} both
 * sides are multiplied by one ratio: the smaller of width/width and height/height for {@code inside} and
 * {@code contain}, the greater for {@code outside} and {@code cover}. With {@code fill} each side has its own ratio, and a
 * side that is not given keeps its length. Unless {@code enlarge} is set, a ratio above 1 becomes 1. A resulting side is
 * rounded to the nearest pixel, halves up, and is at least 1. {@code cover} then cuts off what stands over the given
 * width and height, and {@code contain} adds background up to them; both follow {@code gravity}.
 *
 * @param width 1..65500, or null
 * @param height 1..65500, or null
 * @param factor 0.001..100, then width and height are null; or null
 * @param fit how both sides are made to fit
 * @param kernel resampling function
 * @param enlarge whether a ratio above 1 is followed; a factor is followed always
 * @param gravity where the content keeps to with {@code cover} and {@code contain}
 * @param focus the point that {@code cover} keeps as near to the middle of the result as it can, then gravity is {@code CENTER}; or null
 * @param background what {@code contain} adds; if it is not opaque, an image without alpha gets alpha
 */
public record Scale(
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Double factor,
        Fit fit,
        Kernel kernel,
        boolean enlarge,
        Gravity gravity,
        @Nullable Focus focus,
        Color background)
        implements Operation {

    static final OperationType TYPE = new OperationType(
                    "scale",
                    "Resizes the image to a width, a height or both, or by a factor.",
                    ScaleParameters.ALL,
                    ScaleParameters::read,
                    ScaleParameters::addRules)
            .like("{\"op\":\"scale\",\"width\":400,\"height\":400,\"fit\":\"inside\"}");

    public Scale {
        requireNonNull(fit, "fit is null");
        requireNonNull(kernel, "kernel is null");
        requireNonNull(gravity, "gravity is null");
        requireNonNull(background, "background is null");
        ScaleParameters.check(width, height, factor, fit, enlarge, gravity, focus, background);
    }

    /** Without a focus. */
    public Scale(
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Double factor,
            Fit fit,
            Kernel kernel,
            boolean enlarge,
            Gravity gravity,
            Color background) {
        this(width, height, factor, fit, kernel, enlarge, gravity, null, background);
    }

    /** Fits the image inside a width and height, with every other parameter at its default. */
    public static Scale inside(int width, int height) {
        return to(width, height, Fit.INSIDE);
    }

    /** Fits the image to a width and height, with every other parameter at its default. */
    public static Scale to(@Nullable Integer width, @Nullable Integer height, Fit fit) {
        return new Scale(width, height, null, fit, Kernel.LANCZOS3, false, Gravity.CENTER, Color.BLACK);
    }

    /** Multiplies both sides by a factor, with every other parameter at its default. */
    public static Scale by(double factor) {
        return new Scale(null, null, factor, Fit.INSIDE, Kernel.LANCZOS3, false, Gravity.CENTER, Color.BLACK);
    }

    @Override
    public String op() {
        return TYPE.op();
    }

    @Override
    public ImageSize resultSize(ImageSize in) {
        return layout(in).result();
    }

    /**
     * What is to be resized to what, and which part of it is the result; where that part lies is only a proposal, its middle, if the gravity
     * {@link Gravity#dependsOnPixels()}.
     */
    public Layout layout(ImageSize in) {
        return ScaleLayout.of(this, in);
    }

    @Override
    public boolean hasEffect(ImageSize in) {
        Layout layout = layout(in);
        return layout.windowed() || !layout.resized().equals(in);
    }

    @Override
    public ObjectNode json() {
        return ScaleParameters.write(this, TYPE.begin());
    }
}
