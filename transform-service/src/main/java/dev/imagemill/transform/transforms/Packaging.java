package dev.imagemill.transform.transforms;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** How pictures are sent. */
enum Packaging {
    /** The one picture is the whole answer. */
    ALONE,
    /** {@code multipart/mixed}, a part each. */
    MULTIPART,
    /** A ZIP file, a member each. */
    ZIP;

    private static final MediaType ZIP_FILE = MediaType.valueOf("application/zip");

    /**
     * What an {@code Accept} header asks for. One picture comes alone unless only a package is acceptable; several come in parts
     * unless a ZIP file is named, and liked no less.
     */
    static Packaging of(@Nullable String accept, int pictures) {
        List<MediaType> accepted = parse(accept);
        double zip = quality(accepted, ZIP_FILE::equalsTypeAndSubtype);
        double multipart = quality(accepted, type -> type.getType().equals("multipart"));
        double picture = quality(
                accepted, type -> type.isWildcardType() || type.getType().equals("image"));
        if (pictures == 1 && (accepted.isEmpty() || picture > 0 || (zip == 0 && multipart == 0))) {
            return ALONE;
        }
        return zip > 0 && zip >= multipart ? ZIP : MULTIPART;
    }

    private static double quality(List<MediaType> accepted, Predicate<MediaType> kind) {
        return accepted.stream()
                .filter(kind)
                .mapToDouble(MediaType::getQualityValue)
                .max()
                .orElse(0);
    }

    private static List<MediaType> parse(@Nullable String accept) {
        try {
            return accept == null ? List.of() : MediaType.parseMediaTypes(accept);
        } catch (InvalidMediaTypeException unreadable) {
            return List.of();
        }
    }
}
