package dev.imagemill.codec;

import static java.util.Objects.requireNonNull;

import dev.imagemill.imageop.ImageSize;
import org.jspecify.annotations.Nullable;

/**
 * How to decode.
 *
 * @param page which frame or page, from 0
 * @param atLeast size hint in stored orientation: the decoder may shrink the image while it reads it, but never below this in
 *     either axis; null asks for full size
 * @param toSrgb whether colour is brought to sRGB (or grey) through the embedded profile, or a built-in one for CMYK and LAB;
 *     otherwise components are given as stored, as far as a mode holds them
 * @param limits checked before pixels
 */
public record DecodeOptions(int page, @Nullable ImageSize atLeast, boolean toSrgb, Limits limits) {
    /** Page 0 at full size, in sRGB, within the default limits. */
    public static final DecodeOptions DEFAULT = new DecodeOptions(0, null, true, Limits.DEFAULT);

    public DecodeOptions {
        requireNonNull(limits, "limits is null");
        if (page < 0) {
            throw new IllegalArgumentException("page is " + page + ", expected at least 0");
        }
    }

    /** The same options for another page. */
    public DecodeOptions withPage(int newPage) {
        return new DecodeOptions(newPage, atLeast, toSrgb, limits);
    }

    /** The same options with a size hint. */
    public DecodeOptions withAtLeast(@Nullable ImageSize hint) {
        return new DecodeOptions(page, hint, toSrgb, limits);
    }

    /** The same options with or without colour management. */
    public DecodeOptions withToSrgb(boolean manageColour) {
        return new DecodeOptions(page, atLeast, manageColour, limits);
    }

    /** The same options with other limits. */
    public DecodeOptions withLimits(Limits newLimits) {
        return new DecodeOptions(page, atLeast, toSrgb, newLimits);
    }
}
