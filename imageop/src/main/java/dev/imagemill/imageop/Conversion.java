package dev.imagemill.imageop;

import dev.imagemill.imageop.kernel.StudioLevels;
import java.lang.foreign.MemorySegment;

/** Conversion between any two modes: which memory goes over which {@link Route}. */
final class Conversion {
    private static final byte NEUTRAL_CHROMA = (byte) 128;

    private Conversion() {}

    static Image convert(SegmentImage source, Mode target) {
        return convert(source, target, ChromaUpsampling.REPLICATE);
    }

    static Image convert(SegmentImage source, Mode target, ChromaUpsampling upsampling) {
        Mode mode = source.mode();
        if (mode == target) {
            return source.copy();
        }
        SegmentImage result = Images.allocate(target, source.size());
        if (mode.planar() && target.planar()) {
            changeLevels(source, result);
        } else if (mode.planar() && target.family() == ColorFamily.GRAY) {
            PixelRuns.convert(y(source), result.segment(), Route.between(mode, target));
        } else if (mode.family() == ColorFamily.GRAY && target.planar()) {
            PixelRuns.convert(source.segment(), y(result), Route.between(mode, target));
            chroma(result).fill(NEUTRAL_CHROMA);
        } else if (mode.planar()) {
            new PlanarDecoding(source, result, upsampling).run();
        } else if (target.planar()) {
            new PlanarEncoding(source, result).run();
        } else {
            PixelRuns.convert(source.segment(), result.segment(), Route.between(mode, target));
        }
        return result;
    }

    /** From studio levels to full ones or back. */
    private static void changeLevels(SegmentImage source, SegmentImage result) {
        boolean toFull = source.mode() == Mode.YV12;
        Step luma = toFull ? StudioLevels::lumaToFull8 : StudioLevels::lumaToStudio8;
        Step chroma = toFull ? StudioLevels::chromaToFull8 : StudioLevels::chromaToStudio8;
        PixelRuns.convert(y(source), y(result), Route.ofSamples(luma));
        PixelRuns.convert(chroma(source), chroma(result), Route.ofSamples(chroma));
    }

    private static MemorySegment y(SegmentImage planar) {
        return planar.segment().asSlice(0, planar.size().pixels());
    }

    /** Cr and Cb together. */
    private static MemorySegment chroma(SegmentImage planar) {
        return planar.segment().asSlice(planar.size().pixels());
    }
}
