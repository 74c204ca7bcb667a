package dev.imagemill.imageop;

import dev.imagemill.imageop.kernel.Color16;
import dev.imagemill.imageop.kernel.Color8;

/**
 * Conversion between interleaved modes of 8 and 16 bits, a run of pixels at a time.
 *
 * <p>A conversion is a colour rule, then alpha copied or made opaque. If either mode has 16 bits the work is done at 16: an 8-bit source is
 * widened before, an 8-bit result narrowed after. From CMYK to grey the way leads over RGB.
 */
final class Conversion {
    private static final int RUN = 4096;

    private final SegmentImage source;
    private final SegmentImage result;
    private final int fromStep;
    private final int toStep;

    private Conversion(SegmentImage source, SegmentImage result) {
        this.source = source;
        this.result = result;
        this.fromStep = source.mode().components();
        this.toStep = result.mode().components();
    }

    static Image convert(SegmentImage source, Mode target) {
        Mode mode = source.mode();
        if (mode == target) {
            return source.copy();
        }
        if (!interleaved(mode) || !interleaved(target)) {
            throw new UnsupportedOperationException("there is no conversion from mode " + mode + " to " + target);
        }
        if (mode.family() == ColorFamily.CMYK && target.family() == ColorFamily.GRAY) {
            return convertPixels(convertPixels(source, narrow(mode) && narrow(target) ? Mode.RGB : Mode.RGB48), target);
        }
        return convertPixels(source, target);
    }

    private static boolean narrow(Mode mode) {
        return mode.bitsPerComponent() == Byte.SIZE;
    }

    private static boolean interleaved(Mode mode) {
        return !mode.planar() && mode.bitsPerComponent() <= Character.SIZE;
    }

    private static SegmentImage convertPixels(SegmentImage source, Mode target) {
        SegmentImage result = Images.allocate(target, source.size());
        Conversion conversion = new Conversion(source, result);
        if (narrow(source.mode()) && narrow(target)) {
            conversion.convert8();
        } else {
            conversion.convert16();
        }
        return result;
    }

    private void convert8() {
        LineReader reader = new LineReader(source.segment(), RUN * fromStep);
        HeapBytes to = result.heapBytes();
        long pixels = source.size().pixels();
        for (long first = 0; first < pixels; first += RUN) {
            int run = (int) Math.min(RUN, pixels - first);
            reader.read(first * fromStep, run * fromStep);
            int toAt = to.offset() + Math.toIntExact(first * toStep);
            color8(reader.array(), reader.position(), to.array(), toAt, run);
            if (result.mode().hasAlpha()) {
                alpha8(reader.array(), reader.position(), to.array(), toAt, run);
            }
        }
    }

    private void color8(byte[] from, int at, byte[] to, int toAt, int pixels) {
        switch (source.mode().family()) {
            case GRAY -> {
                switch (result.mode().family()) {
                    case GRAY -> Color8.copy(from, at, fromStep, to, toAt, toStep, 1, pixels);
                    case RGB -> Color8.grayToRgb(from, at, fromStep, to, toAt, toStep, pixels);
                    case CMYK -> Color8.grayToCmyk(from, at, fromStep, to, toAt, pixels);
                    case YCC -> throw unreachable();
                }
            }
            case RGB -> {
                switch (result.mode().family()) {
                    case GRAY -> Color8.rgbToGray(from, at, fromStep, to, toAt, toStep, pixels);
                    case RGB -> Color8.copy(from, at, fromStep, to, toAt, toStep, 3, pixels);
                    case CMYK -> Color8.rgbToCmyk(from, at, fromStep, to, toAt, pixels);
                    case YCC -> throw unreachable();
                }
            }
            case CMYK -> Color8.cmykToRgb(from, at, to, toAt, toStep, pixels);
            case YCC -> throw unreachable();
        }
    }

    private void alpha8(byte[] from, int at, byte[] to, int toAt, int pixels) {
        if (source.mode().hasAlpha()) {
            Color8.copyOne(from, at + fromStep - 1, fromStep, to, toAt + toStep - 1, toStep, pixels);
        } else {
            Color8.opaque(to, toAt + toStep - 1, toStep, pixels);
        }
    }

    private void convert16() {
        SampleReader reader = new SampleReader(source, RUN * fromStep);
        SampleWriter writer = new SampleWriter(result);
        char[] from = new char[RUN * fromStep];
        char[] to = new char[RUN * toStep];
        long pixels = source.size().pixels();
        for (long first = 0; first < pixels; first += RUN) {
            int run = (int) Math.min(RUN, pixels - first);
            reader.read(first * fromStep, from, run * fromStep);
            color16(from, to, run);
            if (result.mode().hasAlpha()) {
                alpha16(from, to, run);
            }
            writer.write(to, first * toStep, run * toStep);
        }
    }

    private void color16(char[] from, char[] to, int pixels) {
        switch (source.mode().family()) {
            case GRAY -> {
                switch (result.mode().family()) {
                    case GRAY -> Color16.copy(from, 0, fromStep, to, 0, toStep, 1, pixels);
                    case RGB -> Color16.grayToRgb(from, 0, fromStep, to, 0, toStep, pixels);
                    case CMYK -> Color16.grayToCmyk(from, 0, fromStep, to, 0, pixels);
                    case YCC -> throw unreachable();
                }
            }
            case RGB -> {
                switch (result.mode().family()) {
                    case GRAY -> Color16.rgbToGray(from, 0, fromStep, to, 0, toStep, pixels);
                    case RGB -> Color16.copy(from, 0, fromStep, to, 0, toStep, 3, pixels);
                    case CMYK -> Color16.rgbToCmyk(from, 0, fromStep, to, 0, pixels);
                    case YCC -> throw unreachable();
                }
            }
            case CMYK -> {
                if (result.mode().family() == ColorFamily.CMYK) {
                    Color16.copy(from, 0, fromStep, to, 0, toStep, 4, pixels);
                } else {
                    Color16.cmykToRgb(from, 0, to, 0, toStep, pixels);
                }
            }
            case YCC -> throw unreachable();
        }
    }

    private void alpha16(char[] from, char[] to, int pixels) {
        if (source.mode().hasAlpha()) {
            Color16.copyOne(from, fromStep - 1, fromStep, to, toStep - 1, toStep, pixels);
        } else {
            Color16.opaque(to, toStep - 1, toStep, pixels);
        }
    }

    private IllegalStateException unreachable() {
        return new IllegalStateException("no colour rule from " + source.mode() + " to " + result.mode());
    }
}
