package dev.imagemill.transform.engine;

import dev.imagemill.contract.pipeline.Gravity;
import dev.imagemill.contract.pipeline.Kernel;
import dev.imagemill.contract.pipeline.Layout;
import dev.imagemill.contract.pipeline.Scale;
import dev.imagemill.imageop.Filter;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.ResizeOptions;
import java.util.List;
import java.util.Optional;

/**
 * The operation {@code scale}: resampling to a size, then a window on the result.
 *
 * <p>What the window cuts off is not computed: the part of the source that it shows is resampled straight to the window's size.
 * A reduced picture becomes a full one here, which is the point of having reduced it.
 */
record ScaleStep(Scale scale) implements Step {
    @Override
    public void foresee(Forecast forecast) {
        ImageSize turned = forecast.turned();
        Turn turn = forecast.turn();
        ImageSize resized = scale.layout(turned).resized();
        forecast.scale(factor(turned, resized));
        forecast.make(resized);
        forecast.become(turn.applyTo(scale.resultSize(turned)));
    }

    @Override
    public Picture apply(Picture picture) {
        return applyAll(List.of(picture)).getFirst();
    }

    /** The window lies where the first frame has it: it must not jump about. */
    @Override
    public List<Picture> applyAll(List<Picture> frames) {
        Picture first = frames.getFirst();
        Layout layout = scale.layout(first.turnedSize());
        ImageSize resized = first.turn().applyTo(layout.resized());
        Region window = window(layout, first, resized);
        return frames.stream().map(frame -> apply(frame, resized, window)).toList();
    }

    private Picture apply(Picture picture, ImageSize resized, Region window) {
        Region shown = window.within(resized);
        Image pixels = resample(picture, resized, shown, filter(scale.kernel()));
        if (!shown.equals(window)) {
            pixels = Mount.lay(
                    pixels, shown.x() - window.x(), shown.y() - window.y(), window.size(), scale.background());
        }
        return picture.replacedBy(pixels);
    }

    /** How many pixels in each direction may be averaged over blocks before, as many as become one at the most; at 1 or below none. */
    private double factor(ImageSize turned, ImageSize resized) {
        return switch (scale.kernel()) {
            case NEAREST -> 1;
            case BOX ->
                Integer.lowestOneBit(whole(turned.width(), resized.width()) | whole(turned.height(), resized.height()));
            case BILINEAR, HAMMING, BICUBIC, LANCZOS3 ->
                Math.min((double) turned.width() / resized.width(), (double) turned.height() / resized.height());
        };
    }

    /** How many pixels become one; 1 if that is no whole number: a box ends where it ends, and a block that lies across its end would move it. */
    private static int whole(int length, int resized) {
        return length % resized == 0 ? length / resized : 1;
    }

    /** Where the window lies on the resized picture as it is stored, before its turn. */
    private Region window(Layout layout, Picture picture, ImageSize resized) {
        Turn turn = picture.turn();
        ImageSize result = layout.result();
        return switch (layout.windowed() ? scale.gravity() : Gravity.CENTER) {
            case ATTENTION -> Attention.window(picture.pixels(), resized, turn.applyTo(result));
            case ENTROPY -> Entropy.window(picture.pixels(), resized, turn.applyTo(result));
            case CENTER, NORTH, NORTHEAST, EAST, SOUTHEAST, SOUTH, SOUTHWEST, WEST, NORTHWEST ->
                turn.before(new Region(layout.left(), layout.top(), result.width(), result.height()), resized);
        };
    }

    /** How this scales the whole of a picture in which nothing was touched so far, if that is what it does. */
    Optional<WholeScale> whole(Forecast forecast) {
        Layout layout = scale.layout(forecast.turned());
        ImageSize size = forecast.turn().applyTo(layout.resized());
        ImageSize stored = forecast.stored();
        boolean averages = scale.kernel() != Kernel.NEAREST
                && !layout.windowed()
                && size.width() < stored.width()
                && size.height() < stored.height();
        return averages ? Optional.of(new WholeScale(size, scale.kernel(), 1)) : Optional.empty();
    }

    /** A picture scaled as a whole. */
    static Image whole(Picture picture, WholeScale to) {
        Region all = new Region(0, 0, to.size().width(), to.size().height());
        return resample(picture, to.size(), all, filter(to.kernel()));
    }

    /** The same of a larger picture of the same whole. */
    static Image ofLarger(Image larger, WholeScale to) {
        return larger.resize(to.size(), filter(to.kernel()));
    }

    private static Image resample(Picture picture, ImageSize resized, Region shown, Filter filter) {
        Image pixels = picture.pixels();
        if (picture.reduction() == 1 && resized.equals(picture.size())) {
            return shown.covers(resized) ? pixels : pixels.crop(shown.x(), shown.y(), shown.width(), shown.height());
        }
        double stepX = (double) picture.size().width() / picture.reduction() / resized.width();
        double stepY = (double) picture.size().height() / picture.reduction() / resized.height();
        ResizeOptions options = ResizeOptions.of(filter)
                .withBox(
                        shown.x() * stepX,
                        shown.y() * stepY,
                        Math.min(shown.right() * stepX, pixels.size().width()),
                        Math.min(shown.bottom() * stepY, pixels.size().height()));
        return pixels.resize(shown.size(), options);
    }

    static Filter filter(Kernel kernel) {
        return switch (kernel) {
            case NEAREST -> Filter.NEAREST;
            case BOX -> Filter.BOX;
            case BILINEAR -> Filter.BILINEAR;
            case HAMMING -> Filter.HAMMING;
            case BICUBIC -> Filter.BICUBIC;
            case LANCZOS3 -> Filter.LANCZOS;
        };
    }
}
