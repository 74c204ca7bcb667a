package dev.imagemill.imageop.array;

import dev.imagemill.imageop.ImageFormatException;
import dev.imagemill.imageop.Mode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an array of numbers of any range becomes an 8-bit image; the rules are those of W&amp;B's {@code Image}.
 *
 * @param mode the image's mode; null to guess it from the number of channels
 * @param fileType what the image will be saved as, {@code png}, {@code jpg}, {@code jpeg} or {@code bmp}; only matters to the guess
 * @param rescale whether values are brought to 0 to 255 by their range, or cut to their lowest 8 bits
 */
public record Normalization(@Nullable Mode mode, String fileType, boolean rescale) {
    private static final List<String> FILE_TYPES = List.of("png", "jpg", "jpeg", "bmp");

    /** Guesses the mode, for a PNG file, and rescales. */
    public static final Normalization DEFAULT = new Normalization(null, "png", true);

    public Normalization {
        if (!FILE_TYPES.contains(fileType)) {
            throw new ImageFormatException("a file type is one of " + FILE_TYPES + ", not '" + fileType + "'");
        }
    }

    /** This, with a mode to convert to instead of a guess. */
    public Normalization withMode(Mode newMode) {
        return new Normalization(newMode, fileType, rescale);
    }

    /** This, for a file type. */
    public Normalization withFileType(String newFileType) {
        return new Normalization(mode, newFileType, rescale);
    }

    /** This, without rescaling: values lose their fraction and wrap modulo 256, so that 270 becomes 14. */
    public Normalization withoutRescaling() {
        return new Normalization(mode, fileType, false);
    }

    /** Whether the file can hold no transparency. */
    boolean opaque() {
        return fileType.equals("jpg") || fileType.equals("jpeg");
    }
}
