package dev.imagemill.storage.image;

import dev.imagemill.imageop.Mode;
import java.time.Instant;
import java.util.UUID;

/**
 * A datablock as clients see it, with the facts of its current version.
 *
 * @param id its id
 * @param name the name it was uploaded under
 * @param createdAt when it was uploaded
 * @param version number of its current version
 * @param sha256 digest of that version's bytes
 * @param bytes their number
 * @param mediaType as {@code image/jpeg}
 * @param format as {@code jpeg}
 * @param width as stored, in pixels
 * @param height as stored, in pixels
 * @param mode the mode that decoding gives
 * @param orientation EXIF orientation, 1..8; from 5 on width and height change places when it is shown upright
 * @param pages pages or frames
 * @param alpha whether it has transparency
 * @param icc whether it carries a colour profile
 * @param href where this document is
 * @param content where the bytes are
 * @param renditions where its renditions are listed
 * @param versions where its versions are listed
 */
record ImageDocument(
        UUID id,
        String name,
        Instant createdAt,
        int version,
        String sha256,
        long bytes,
        String mediaType,
        String format,
        int width,
        int height,
        Mode mode,
        int orientation,
        int pages,
        boolean alpha,
        boolean icc,
        String href,
        String content,
        String renditions,
        String versions) {}
