package dev.imagemill.ingest.upload;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a file name's extension or a {@code Content-Type} claims. An extension that is not listed claims nothing. */
final class MediaTypes {
    private static final Set<String> NO_CLAIM =
            Set.of("", "*/*", "image/*", "application/octet-stream", "binary/octet-stream", "application/unknown");

    private static final Map<String, String> ALIASES = Map.of(
            "image/jpg", "image/jpeg",
            "image/pjpeg", "image/jpeg",
            "image/x-png", "image/png",
            "image/apng", "image/png",
            "image/vnd.mozilla.apng", "image/png",
            "image/x-webp", "image/webp",
            "image/avif-sequence", "image/avif",
            "image/tif", "image/tiff",
            "image/x-tiff", "image/tiff",
            "image/svg", "image/svg+xml");

    private static final Map<String, String> EXTENSIONS = extensions(
            "image/jpeg jpg jpeg jpe jfif pjpeg",
            "image/png png apng",
            "image/webp webp",
            "image/avif avif avifs",
            "image/gif gif",
            "image/tiff tif tiff",
            "image/svg+xml svg svgz",
            "image/bmp bmp dib",
            "image/heic heic heif hif",
            "image/jxl jxl",
            "image/jp2 jp2 j2k jpx",
            "image/vnd.adobe.photoshop psd psb",
            "image/vnd.microsoft.icon ico cur",
            "image/vnd.radiance hdr",
            "image/x-exr exr",
            "image/x-tga tga",
            "image/x-portable-anymap pnm pbm pgm ppm",
            "image/x-adobe-dng dng",
            "image/x-canon-cr2 cr2 cr3",
            "image/x-nikon-nef nef",
            "image/x-sony-arw arw",
            "application/pdf pdf",
            "application/zip zip",
            "application/gzip gz tgz",
            "application/json json",
            "application/xml xml",
            "application/javascript js mjs",
            "application/msword doc docx",
            "application/vnd.microsoft.portable-executable exe dll",
            "text/plain txt log",
            "text/html html htm xhtml",
            "text/css css",
            "text/csv csv",
            "text/markdown md",
            "audio/mpeg mp3",
            "audio/wav wav",
            "video/mp4 mp4 m4v",
            "video/quicktime mov",
            "video/webm webm",
            "video/x-matroska mkv");

    private MediaTypes() {}

    /** The media type that a {@code Content-Type} claims, in its usual spelling and without parameters. */
    static Optional<String> ofContentType(@Nullable String contentType) {
        String type =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return NO_CLAIM.contains(type) ? Optional.empty() : Optional.of(ALIASES.getOrDefault(type, type));
    }

    /** The media type that a name's extension claims. */
    static Optional<String> ofName(@Nullable String name) {
        int dot = name == null ? -1 : name.lastIndexOf('.');
        return name == null || dot < 0
                ? Optional.empty()
                : Optional.ofNullable(
                        EXTENSIONS.get(name.substring(dot + 1).strip().toLowerCase(Locale.ROOT)));
    }

    private static Map<String, String> extensions(String... lines) {
        Map<String, String> types = new HashMap<>();
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            for (int i = 1; i < words.length; i++) {
                types.put(words[i], words[0]);
            }
        }
        return Map.copyOf(types);
    }
}
