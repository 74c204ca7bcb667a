package dev.imagemill.transform.wanted;

import dev.imagemill.codec.ImageFormat;
import dev.imagemill.codec.ImageInfo;

/**
 * What of a source decides on the format that suits it.
 *
 * @param alpha whether it has transparency
 * @param animated whether it has several frames
 */
public record SourceFacts(boolean alpha, boolean animated) {
    /** Pages of a document are no frames. */
    public static SourceFacts of(ImageInfo info) {
        boolean moves = info.format() == ImageFormat.GIF || info.format() == ImageFormat.WEBP;
        return new SourceFacts(info.hasAlpha(), moves && info.pages() > 1);
    }
}
