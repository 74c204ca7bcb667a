package dev.imagemill.codec;

import static java.util.Objects.requireNonNull;

import dev.imagemill.imageop.ChromaUpsampling;
import dev.imagemill.imageop.Filter;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import dev.imagemill.imageop.ResizeOptions;
import dev.imagemill.imageop.pillow.PillowImage;
import dev.imagemill.imageop.pillow.PillowMode;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * A picture as JPEG holds it: luma, and two components of colour of fewer samples (JFIF 1.02, YCbCr with full levels). To scale it so takes half the
 * work that its RGB takes.
 *
 * <p>A sample of colour lies in the middle of the pixels that share it.
 *
 * @param luma Y, mode {@code L}, a sample a pixel
 * @param blue Cb, mode {@code L}
 * @param red Cr, mode {@code L}
 * @param across how many pixels beside one another share a sample of colour
 * @param down how many pixels below one another share one
 */
public record JpegPlanes(Image luma, Image blue, Image red, int across, int down) {
    private static final int HALF = 2;

    public JpegPlanes {
        requireNonNull(luma, "luma is null");
        requireNonNull(blue, "blue is null");
        requireNonNull(red, "red is null");
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

    /**
     * The picture in another size, 4:2:0.
     *
     * @param width how much of the luma's width there is to scale, from the left; where it was decoded smaller, the last pixel may stand for less than a whole one
     * @param height the same from the top
     */
    public JpegPlanes scale(double width, double height, ImageSize to, Filter filter) {
        ResizeOptions options = ResizeOptions.of(filter);
        Image scaled = luma.resize(to, options.withBox(0, 0, width, height));
        return new JpegPlanes(
                scaled, colour(blue, width, height, to, options), colour(red, width, height, to, options), HALF, HALF);
    }

    /**
     * The picture in another size in RGB, with colour of its own for each pixel.
     *
     * @param width how much of the luma's width there is to scale, as for {@link #scale}
     * @param height the same from the top
     */
    public Image scaleToRgb(double width, double height, ImageSize to, Filter filter) {
        ResizeOptions ofLuma = ResizeOptions.of(filter).withBox(0, 0, width, height);
        ResizeOptions ofColour = ResizeOptions.of(filter).withBox(0, 0, width / across, height / down);
        Image together = Images.merge(
                Mode.RGB, List.of(luma.resize(to, ofLuma), blue.resize(to, ofColour), red.resize(to, ofColour)));
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
        Image whole = wholeLuma();
        Image planar = Images.create(Mode.JPEG_YV12, whole.size());
        planar.planes().get(0).segment().copyFrom(whole.segment());
        planar.planes().get(1).segment().copyFrom(red.segment());
        planar.planes().get(2).segment().copyFrom(blue.segment());
        Image rgb = Images.convert(planar, Mode.RGB, ChromaUpsampling.LINEAR);
        return whole == luma ? rgb : rgb.crop(0, 0, size().width(), size().height());
    }
}
