package dev.imagemill.contract.pipeline;

import static java.util.Objects.requireNonNull;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.ImageSize;
import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps a rectangle of the image.
 *
 * <p>In fractions each edge is rounded to the nearest pixel, halves to the right and down, so that rectangles that touch in fractions touch in pixels; one
 * that would be left without a pixel keeps the one that it lies in.
 *
 * @param x left edge, from the left
 * @param y top edge, from the top
 * @param width width of the rectangle
 * @param height height of the rectangle
 * @param unit what the four are counted in: whole pixels, or fractions of the image's width and height
 */
public record Crop(double x, double y, double width, double height, Measure unit) implements Operation {
    static final OperationType TYPE = new OperationType(
                    "crop",
                    "Keeps a rectangle, which must lie wholly inside the image.",
                    CropParameters.ALL,
                    CropParameters::read,
                    CropParameters::addRules)
            .like("{\"op\":\"crop\",\"x\":120,\"y\":80,\"width\":640,\"height\":480}");

    public Crop {
        requireNonNull(unit, "unit is null");
        CropParameters.check(x, y, width, height, unit);
    }

    /** A rectangle in pixels. */
    public Crop(int x, int y, int width, int height) {
        this(x, y, width, height, Measure.PIXELS);
    }

    @Override
    public String op() {
        return TYPE.op();
    }

    @Override
    public ImageSize resultSize(ImageSize in) {
        return region(in).size();
    }

    /**
     * The rectangle in an image of the given size.
     *
     * @throws ProblemException {@code operation-out-of-bounds} if it does not lie inside
     */
    public Rectangle region(ImageSize in) {
        return switch (unit) {
            case PIXELS -> pixels(in);
            case FRACTION -> fraction(in);
        };
    }

    private Rectangle pixels(ImageSize in) {
        if (x + width > in.width() || y + height > in.height()) {
            throw outside("the rectangle at (" + (int) x + ", " + (int) y + ") of " + (int) width + " x " + (int) height
                    + " pixels does not lie inside the image, which is " + in.width() + " x " + in.height() + " here");
        }
        return new Rectangle((int) x, (int) y, (int) width, (int) height);
    }

    private Rectangle fraction(ImageSize in) {
        if (end(x, width).compareTo(BigDecimal.ONE) > 0 || end(y, height).compareTo(BigDecimal.ONE) > 0) {
            throw outside("the rectangle at (" + x + ", " + y + ") of " + width + " x " + height
                    + " does not lie inside the image, whose width and height are 1");
        }
        int left = Math.min(edge(BigDecimal.valueOf(x), in.width()), in.width() - 1);
        int top = Math.min(edge(BigDecimal.valueOf(y), in.height()), in.height() - 1);
        int right = Math.max(edge(end(x, width), in.width()), left + 1);
        int bottom = Math.max(edge(end(y, height), in.height()), top + 1);
        return new Rectangle(left, top, right - left, bottom - top);
    }

    /** In decimal numbers, where 0.7 and 0.3 are 1. */
    private static BigDecimal end(double from, double length) {
        return BigDecimal.valueOf(from).add(BigDecimal.valueOf(length));
    }

    private static int edge(BigDecimal fraction, int side) {
        return fraction.multiply(BigDecimal.valueOf(side))
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    private static ProblemException outside(String detail) {
        return Problem.at(ProblemType.OPERATION_OUT_OF_BOUNDS, "", detail).exception();
    }

    @Override
    public boolean hasEffect(ImageSize in) {
        return !region(in).covers(in);
    }

    @Override
    public ObjectNode json() {
        return CropParameters.write(this, TYPE.begin());
    }
}
