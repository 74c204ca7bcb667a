package dev.imagemill.imageop;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_CHAR_UNALIGNED;

import dev.imagemill.imageop.kernel.Rotating;
import java.lang.foreign.MemorySegment;

/**
 * Rotation by any angle, by cubic interpolation.
 *
 * <p>The result is the smallest that holds the rotated picture, both with the same centre; every pixel of it is looked up where it
 * came from. Colours weigh by their alpha, that of the background too.
 */
final class Rotation {
    private static final double ROUNDING = 1e-6;

    private final SegmentImage source;
    private final SegmentImage result;
    private final double cos;
    private final double sin;
    private final float[] background;

    private Rotation(SegmentImage source, SegmentImage result, double degrees, float[] background) {
        this.source = source;
        this.result = result;
        this.cos = Math.cos(Math.toRadians(degrees));
        this.sin = Math.sin(Math.toRadians(degrees));
        this.background = background;
    }

    static ImageSize resultSize(ImageSize size, double degrees) {
        if (degrees % 90 == 0) {
            return degrees % 180 == 0 ? size : new ImageSize(/* width= */ size.height(), /* height= */ size.width());
        }
        double cos = Math.abs(Math.cos(Math.toRadians(degrees)));
        double sin = Math.abs(Math.sin(Math.toRadians(degrees)));
        return new ImageSize((int) Math.ceil(size.width() * cos + size.height() * sin - ROUNDING), (int)
                Math.ceil(size.width() * sin + size.height() * cos - ROUNDING));
    }

    static Image rotate(SegmentImage source, double degrees, long... background) {
        Mode mode = source.mode();
        Fill.checkColor(mode, mode.components(), background);
        if (!Double.isFinite(degrees)) {
            throw new IllegalArgumentException("degrees is a finite number, not " + degrees);
        }
        if (mode.planar() || mode.bitsPerComponent() > Character.SIZE) {
            throw new UnsupportedOperationException("mode " + mode + " is rotated by quarters only");
        }
        double angle = (degrees % 360 + 360) % 360;
        if (angle % 90 == 0) {
            return byQuarters(source, (int) angle);
        }
        SegmentImage result = Images.allocate(mode, resultSize(source.size(), angle));
        float[] fill = background(mode, background);
        if (!mode.hasAlpha()) {
            new Rotation(source, result, angle, fill).run();
            return result;
        }
        new Rotation(Premultiplication.premultiply(source), result, angle, fill).run();
        return Premultiplication.undo(result);
    }

    private static Image byQuarters(SegmentImage source, int angle) {
        return switch (angle) {
            case 90 -> Turning.turn(source, Turn.ROTATE_90);
            case 180 -> Turning.turn(source, Turn.ROTATE_180);
            case 270 -> Turning.turn(source, Turn.ROTATE_270);
            default -> source.copy();
        };
    }

    private static float[] background(Mode mode, long... color) {
        float[] fill = new float[color.length];
        double opacity = mode.hasAlpha() ? (double) color[color.length - 1] / mode.maxValue() : 1;
        for (int i = 0; i < fill.length; i++) {
            fill[i] = (float) (mode.hasAlpha() && i == fill.length - 1 ? color[i] : color[i] * opacity);
        }
        return fill;
    }

    private void run() {
        int width = source.size().width();
        int height = source.size().height();
        Rotating kernel = new Rotating(width, height, background, source.mode().hasAlpha());
        double middleX = (result.size().width() - 1) / 2.0;
        double middleY = (result.size().height() - 1) / 2.0;
        boolean narrow = source.mode().bitsPerComponent() == Byte.SIZE;
        HeapBytes from = narrow ? onHeap() : new HeapBytes(new byte[0], 0);
        char[] wide = narrow ? new char[0] : samples();
        char[] line = new char[narrow ? 0 : result.size().width() * background.length];
        HeapBytes to = result.heapBytes();
        for (int y = 0; y < result.size().height(); y++) {
            double startX = (width - 1) / 2.0 - middleX * cos - (y - middleY) * sin;
            double startY = (height - 1) / 2.0 - middleX * sin + (y - middleY) * cos;
            int first = y * result.size().width() * background.length;
            if (narrow) {
                kernel.line8(
                        from.array(),
                        from.offset(),
                        startX,
                        startY,
                        cos,
                        sin,
                        to.array(),
                        to.offset() + first,
                        result.size().width());
            } else {
                kernel.line16(
                        wide,
                        0,
                        startX,
                        startY,
                        cos,
                        sin,
                        line,
                        0,
                        result.size().width());
                MemorySegment.copy(
                        line, 0, result.segment(), JAVA_CHAR_UNALIGNED, (long) first * Character.BYTES, line.length);
            }
        }
    }

    private HeapBytes onHeap() {
        HeapBytes heap = HeapBytes.of(source.segment());
        return heap != null ? heap : new HeapBytes(source.segment().toArray(JAVA_BYTE), 0);
    }

    private char[] samples() {
        char[] samples = new char[Math.toIntExact(source.segment().byteSize() / Character.BYTES)];
        MemorySegment.copy(source.segment(), JAVA_CHAR_UNALIGNED, 0, samples, 0, samples.length);
        return samples;
    }
}
