package dev.imagemill.imageop;

/**
 * Makes an image of another mode and another size at once, losing as little as the two allow.
 *
 * <p>The picture is resampled in its own colours and with its alpha, at the wider of the two depths, and takes the
 * target's colours and depth after that. A planar target gets each plane resampled straight to the size of the plane. A
 * planar source is turned into grey or RGB first, unless the target is planar too.
 */
final class Adapting {
    private Adapting() {}

    static Image adapt(SegmentImage source, Mode target, ImageSize size, ResizeOptions options) {
        target.length(size);
        if (target == source.mode()) {
            return Resizing.resize(source, size, options);
        }
        if (size.equals(source.size()) && options.box() == null) {
            return Conversion.convert(source, target);
        }
        if (target.planar() && !source.mode().planar()) {
            return toPlanes(source, target, size, options);
        }
        Image prepared = source.convert(workingMode(source.mode(), target));
        return prepared.resize(size, options).convert(target);
    }

    /** The mode to resample in. */
    private static Mode workingMode(Mode source, Mode target) {
        if (source.planar()) {
            return target.planar() ? source : opaque(target);
        }
        int bits = Math.max(source.bitsPerComponent(), target.bitsPerComponent());
        return switch (source) {
            case L, L16, L32 -> bits == 8 ? Mode.L : bits == 16 ? Mode.L16 : Mode.L32;
            case LA, LA32 -> bits == 8 ? Mode.LA : Mode.LA32;
            case RGB, RGB48 -> bits == 8 ? Mode.RGB : Mode.RGB48;
            case RGBA, RGBA64 -> bits == 8 ? Mode.RGBA : Mode.RGBA64;
            case CMYK, CMYK64 -> bits == 8 ? Mode.CMYK : Mode.CMYK64;
            case YV12, JPEG_YV12 -> source;
        };
    }

    /**
     * What a planar image is turned into on its way to an interleaved mode: the mode without alpha and ink, which it
     * has none of.
     */
    private static Mode opaque(Mode target) {
        return switch (target) {
            case L, LA -> Mode.L;
            case L16, LA32 -> Mode.L16;
            case L32 -> Mode.L32;
            case RGB, RGBA, CMYK -> Mode.RGB;
            case RGB48, RGBA64, CMYK64 -> Mode.RGB48;
            case YV12, JPEG_YV12 -> target;
        };
    }

    /** Luma of the picture at full size, and the other two of the picture at half the size. */
    private static Image toPlanes(SegmentImage source, Mode target, ImageSize size, ResizeOptions options) {
        Image result = source.resize(size, options).convert(target);
        if (source.mode().family() == ColorFamily.GRAY) {
            return result;
        }
        ImageSize half = new ImageSize(size.width() / 2, size.height() / 2);
        // Each pixel fourfold: the mean of four that are equal is that pixel's own colour difference.
        Image chroma = source.resize(half, options).resize(size, Filter.NEAREST).convert(target);
        for (String plane : new String[] {"cr", "cb"}) {
            result.plane(plane).segment().copyFrom(chroma.plane(plane).segment());
        }
        return result;
    }
}
