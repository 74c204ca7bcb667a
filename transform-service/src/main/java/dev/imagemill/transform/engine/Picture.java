package dev.imagemill.transform.engine;

import static java.util.Objects.requireNonNull;

import dev.imagemill.codec.ColorProfile;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import java.util.Optional;

/**
 * A picture on its way through a pipeline: pixels, and what is still to be understood of them.
 *
 * @param pixels as they lie in memory: before {@code turn}, and reduced
 * @param size the size that the pixels stand for, before {@code turn}
 * @param reduction how many pixels of {@code size} one of {@code pixels} stands for in each direction; 1 is none. A rest
 *     at the right or bottom edge is a pixel of its own or missing
 * @param turn what is still to be done to lay the picture as the operations so far want it
 * @param orientation EXIF orientation that an autorotate operation would still have to honour, 1 to 8
 * @param profile that the pixels' colours are in; empty for sRGB and its grey, and for ink by the built-in profile
 */
record Picture(
        Image pixels, ImageSize size, int reduction, Turn turn, int orientation, Optional<ColorProfile> profile) {
    Picture {
        requireNonNull(pixels, "pixels is null");
        if (!isReduced(size, reduction, pixels.size())) {
            throw new IllegalArgumentException(pixels.size() + " is not " + size + " reduced by " + reduction);
        }
    }

    /** Whether one size is another one reduced; decoders differ in what they do with a rest at the edge. */
    static boolean isReduced(ImageSize size, int reduction, ImageSize reduced) {
        return isReduced(size.width(), reduction, reduced.width())
                && isReduced(size.height(), reduction, reduced.height());
    }

    private static boolean isReduced(int length, int reduction, int reduced) {
        return reduced == Math.ceilDiv(length, reduction) || reduced == Math.max(1, length / reduction);
    }

    /** A picture that nothing is pending on. */
    static Picture of(Image pixels) {
        return new Picture(pixels, pixels.size(), 1, Turn.NONE, 1, Optional.empty());
    }

    /** The size as the operations so far want it. */
    ImageSize turnedSize() {
        return turn.applyTo(size);
    }

    /** The pixels with everything done that was pending. */
    Image finish() {
        if (reduction != 1) {
            throw new IllegalStateException("a picture reduced by " + reduction + " is not finished");
        }
        return turn.applyTo(pixels);
    }

    Picture withPixels(Image newPixels) {
        return new Picture(newPixels, size, reduction, turn, orientation, profile);
    }

    /** Other pixels in full size, laid the same way. */
    Picture replacedBy(Image newPixels) {
        return new Picture(newPixels, newPixels.size(), 1, turn, orientation, profile);
    }

    /** Other pixels in full size, for which nothing is pending but, maybe, an autorotate operation. */
    Picture finishedAs(Image newPixels) {
        return new Picture(newPixels, newPixels.size(), 1, Turn.NONE, orientation, profile);
    }

    Picture withTurn(Turn newTurn, int newOrientation) {
        return new Picture(pixels, size, reduction, newTurn, newOrientation, profile);
    }

    /** The same picture in another profile. */
    Picture inProfile(Image newPixels, Optional<ColorProfile> newProfile) {
        return new Picture(newPixels, size, reduction, turn, orientation, newProfile);
    }
}
