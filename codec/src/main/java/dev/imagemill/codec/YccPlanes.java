package dev.imagemill.codec;

import static java.util.Objects.requireNonNull;

import dev.imagemill.imageop.ChromaUpsampling;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.LookupTable;
import dev.imagemill.imageop.Mode;
import dev.imagemill.imageop.ResizeOptions;
import dev.imagemill.imageop.pillow.PillowImage;
import dev.imagemill.imageop.pillow.PillowMode;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * A picture as JPEG and WebP hold it: luma, and two components of colour of fewer samples (YCbCr of ITU-R BT.601). To scale it so takes half the work that
 * its RGB takes.
 *
 * <p>A sample of colour lies in the middle of the pixels that share it.
 *
 * @param luma Y, mode {@code L}, a sample a pixel
 * @param blue Cb, mode {@code L}
 * @param red Cr, mode {@code L}
 * @param across how many pixels beside one another share a sample of colour
 * @param down how many pixels below one another share one
 * @param levels what black, white and full colours are
 */
public record YccPlanes(Image luma, Image blue, Image red, int across, int down, Levels levels) {
    private static final int HALF = 2;

    private static final LookupTable LUMA_TO_STUDIO = LookupTable.of(8, level -> 16 + level * 219.0 / 255);
    private static final LookupTable COLOUR_TO_STUDIO = LookupTable.of(8, level -> 128 + (level - 128) * 224.0 / 255);
    private static final LookupTable LUMA_TO_FULL = LookupTable.of(8, level -> (level - 16) * 255 / 219.0);
    private static final LookupTable COLOUR_TO_FULL = LookupTable.of(8, level -> 128 + (level - 128) * 255 / 224.0);

    /** Which samples of 8 bits stand for what. */
    public enum Levels {
        /** Luma and colour from 0 to 255, as in JPEG (JFIF 1.02). */
        FULL,

        /** Luma from 16 to 235, colour from 16 to 240, as in WebP. */
        STUDIO
    }

    public YccPlanes {
        requireNonNull(luma, "luma is null");
        requireNonNull(blue, "blue is null");
        requireNonNull(red, "red is null");
        requireNonNull(levels, "levels is null");
        ImageSize chroma = new ImageSize(
                Math.ceilDiv(luma.size().width(), across),
                Math.ceilDiv(luma.size().height(), down));
        if (!blue.size().equals(chroma) || !red.size().equals(chroma)) {
            throw new IllegalArgumentException(
                    "planes of colour are " + blue.size() + " and " + red.size() + ", expected " + chroma);
        }
    }

    /** Pixels of the picture. */
    public ImageSize size() {
        return luma.size();
    }

    /** Whether one sample of colour stands for 2 x 2 pixels, 4:2:0. */
    boolean isHalved() {
        return across == HALF && down == HALF;
    }

    /** The same picture with other levels. */
    public YccPlanes withLevels(Levels other) {
        if (other == levels) {
            return this;
        }
        LookupTable ofLuma = other == Levels.FULL ? LUMA_TO_FULL : LUMA_TO_STUDIO;
        LookupTable ofColour = other == Levels.FULL ? COLOUR_TO_FULL : COLOUR_TO_STUDIO;
        return new YccPlanes(luma.point(ofLuma), blue.point(ofColour), red.point(ofColour), across, down, other);
    }

    /**
     * The picture in another size, 4:2:0.
     *
     * @param width how much of the luma's width there is to scale, from the left; where it was decoded smaller, the last pixel may stand for less than a whole one
     * @param height the same from the top
     * @param options their box is not looked at
     */
    public YccPlanes scale(double width, double height, ImageSize to, ResizeOptions options) {
        Image scaled = luma.resize(to, options.withBox(0, 0, width, height));
        return new YccPlanes(
                scaled,
                colour(blue, width, height, to, options),
                colour(red, width, height, to, options),
                HALF,
                HALF,
                levels);
    }

    /**
     * The picture in another size in RGB, with colour of its own for each pixel.
     *
     * @param width how much of the luma's width there is to scale, as for {@link #scale}
     * @param height the same from the top
     */
    public Image scaleToRgb(double width, double height, ImageSize to, ResizeOptions options) {
        ResizeOptions ofLuma = options.withBox(0, 0, width, height);
        ResizeOptions ofColour = options.withBox(0, 0, width / across, height / down);
        YccPlanes scaled = new YccPlanes(
                        luma.resize(to, ofLuma), blue.resize(to, ofColour), red.resize(to, ofColour), 1, 1, levels)
                .withLevels(Levels.FULL);
        Image together = Images.merge(Mode.RGB, List.of(scaled.luma, scaled.blue, scaled.red));
        return PillowImage.wrap(PillowMode.YCBCR, to, together.segment()).toImage(Mode.RGB);
    }

    /** Of an odd number of pixels the last one repeats the colour before it, so that all others keep their places. */
    private Image colour(Image plane, double width, double height, ImageSize to, ResizeOptions options) {
        ImageSize whole = new ImageSize(Math.max(1, to.width() / HALF), Math.max(1, to.height() / HALF));
        double right = width / across * Math.min(1, (double) HALF * whole.width() / to.width());
        double bottom = height / down * Math.min(1, (double) HALF * whole.height() / to.height());
        Image scaled = plane.resize(whole, options.withBox(0, 0, right, bottom));
        return extended(scaled, new ImageSize(Math.ceilDiv(to.width(), HALF), Math.ceilDiv(to.height(), HALF)));
    }

    /** The same with its last column and row repeated, as far as that makes it as large as this. */
    private static Image extended(Image plane, ImageSize size) {
        if (plane.size().equals(size)) {
            return plane;
        }
        Image larger = Images.create(Mode.L, size);
        int width = plane.size().width();
        for (int y = 0; y < size.height(); y++) {
            long from = (long) Math.min(y, plane.size().height() - 1) * width;
            MemorySegment row = larger.segment().asSlice((long) y * size.width(), size.width());
            MemorySegment.copy(plane.segment(), from, row, 0, width);
            MemorySegment last = plane.segment().asSlice(from + width - 1, 1);
            for (int x = width; x < size.width(); x++) {
                MemorySegment.copy(last, 0, row, x, 1);
            }
        }
        return larger;
    }

    /** Luma for whole samples of colour: its last column and row repeated where need be. */
    Image wholeLuma() {
        return extended(
                luma,
                new ImageSize(across * blue.size().width(), down * blue.size().height()));
    }

    /** The picture in RGB, its colour interpolated; for one that is 4:2:0. */
    public Image toRgb() {
        if (!isHalved()) {
            throw new IllegalStateException("the picture's colour is not halved in both directions");
        }
        YccPlanes full = withLevels(Levels.FULL);
        Image whole = full.wholeLuma();
        Image planar = Images.create(Mode.JPEG_YV12, whole.size());
        planar.planes().get(0).segment().copyFrom(whole.segment());
        planar.planes().get(1).segment().copyFrom(full.red.segment());
        planar.planes().get(2).segment().copyFrom(full.blue.segment());
        Image rgb = Images.convert(planar, Mode.RGB, ChromaUpsampling.LINEAR);
        return whole == full.luma ? rgb : rgb.crop(0, 0, size().width(), size().height());
    }
}
