package dev.imagemill.codec;

import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;

/**
 * What an image file's header says.
 *
 * @param format known by content
 * @param size of one page as it is stored, before orientation
 * @param mode of the pixels that {@link Codec#decode} gives with {@link DecodeOptions#toSrgb()} set
 * @param pages frames of an animation or pages of a document, at least 1
 * @param orientation EXIF orientation, 1..8; 1 is upright
 * @param hasAlpha whether pixels can be transparent
 * @param hasIccProfile whether an ICC profile is embedded
 * @param interlaced whether pixels come in several passes over the whole page, which a decoder has to hold meanwhile: progressive
 *     JPEG, interlaced PNG
 */
public record ImageInfo(
        ImageFormat format,
        ImageSize size,
        Mode mode,
        int pages,
        int orientation,
        boolean hasAlpha,
        boolean hasIccProfile,
        boolean interlaced) {

    public ImageInfo {
        if (pages < 1) {
            throw new IllegalArgumentException("pages is " + pages + ", expected at least 1");
        }
        if (orientation < 1 || orientation > 8) {
            throw new IllegalArgumentException("orientation is " + orientation + ", expected 1..8");
        }
    }

    /** Size as a viewer shows it: orientations 5 to 8 swap width and height. */
    public ImageSize orientedSize() {
        return orientation < 5 ? size : new ImageSize(/* width= */ size.height(), /* height= */ size.width());
    }
}
