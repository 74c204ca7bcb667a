package dev.imagemill.imageop;

import dev.imagemill.imageop.kernel.Unsharp;

/** Sharpens images by an unsharp mask. */
final class Sharpening {
    private final double amount;
    private final double threshold;

    private Sharpening(double amount, double threshold) {
        this.amount = amount;
        this.threshold = threshold;
    }

    static SegmentImage sharpen(SegmentImage source, double sigma, double amount, double threshold) {
        if (!(amount >= 0 && Double.isFinite(amount))) {
            throw new IllegalArgumentException("amount is " + amount + ", expected 0 or more");
        }
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold is " + threshold + ", expected 0 to 1");
        }
        Sharpening sharpening = new Sharpening(amount, threshold * source.mode().maxValue());
        if (!source.mode().planar()) {
            return sharpening.sharpen(source, Blurring.blur(source, sigma));
        }
        SegmentImage result = source.copy();
        SegmentImage luma = source.plane(0);
        result.plane(0)
                .segment()
                .copyFrom(sharpening.sharpen(luma, Blurring.blur(luma, sigma)).segment());
        return result;
    }

    /** The sharpened image takes the place of the blurred one. */
    private SegmentImage sharpen(SegmentImage source, SegmentImage blurred) {
        int step = source.mode().components();
        int colors = source.mode().hasAlpha() ? step - 1 : step;
        Loop loop = loop(source.mode().bitsPerComponent(), step, colors);
        HeapBytes to = blurred.heapBytes();
        LineReader from = new LineReader(source.segment(), Runs.BYTES);
        long bytes = source.segment().byteSize();
        for (long first = 0; first < bytes; first += Runs.BYTES) {
            int length = (int) Math.min(Runs.BYTES, bytes - first);
            from.read(first, length);
            loop.apply(from.array(), from.position(), to.array(), to.offset() + (int) first, length);
        }
        return blurred;
    }

    /** Sharpens a run of bytes. */
    private interface Loop {
        void apply(byte[] from, int at, byte[] blurred, int blurredAt, int length);
    }

    private Loop loop(int bits, int step, int colors) {
        return switch (bits) {
            case Byte.SIZE -> {
                int[] added = Unsharp.table(amount, threshold);
                yield (from, at, blurred, to, length) ->
                        Unsharp.sharpen8(from, at, blurred, to, length, step, colors, added);
            }
            case Short.SIZE ->
                (from, at, blurred, to, length) ->
                        Unsharp.sharpen16(from, at, blurred, to, length / Short.BYTES, step, colors, amount, threshold);
            default ->
                (from, at, blurred, to, length) ->
                        Unsharp.sharpen32(from, at, blurred, to, length / Integer.BYTES, amount, threshold);
        };
    }
}
