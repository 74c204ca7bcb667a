package dev.imagemill.imageop.array;

import dev.imagemill.imageop.Image;
import java.util.List;

/**
 * An 8-bit image made of numbers of any range, and what is to be said about that.
 *
 * @param warnings each kind at most once
 */
public record NormalizedImage(Image image, List<ArrayWarning> warnings) {
    public NormalizedImage {
        warnings = List.copyOf(warnings);
    }
}
