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

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("image/jpg", "image/jpeg"),
            Map.entry("image/pjpeg", "image/jpeg"),
            Map.entry("image/x-png", "image/png"),
            Map.entry("image/apng", "image/png"),
            Map.entry("image/vnd.mozilla.apng", "image/png"),
            Map.entry("image/x-webp", "image/webp"),
            Map.entry("image/avif-sequence", "image/avif"),
            Map.entry("image/tif", "image/tiff"),
            Map.entry("image/x-tiff", "image/tiff"),
            Map.entry("image/svg", "image/svg+xml"),
            Map.entry("image/x-bmp", "image/bmp"),
            Map.entry("image/x-ms-bmp", "image/bmp"),
            Map.entry("image/x-icon", "image/vnd.microsoft.icon"),
            Map.entry("image/ico", "image/vnd.microsoft.icon"),
            Map.entry("image/x-targa", "image/x-tga"),
            Map.entry("image/tga", "image/x-tga"),
            Map.entry("image/psd", "image/vnd.adobe.photoshop"),
            Map.entry("image/x-photoshop", "image/vnd.adobe.photoshop"),
            Map.entry("application/x-photoshop", "image/vnd.adobe.photoshop"),
            Map.entry("application/photoshop", "image/vnd.adobe.photoshop"),
            Map.entry("image/x-hdr", "image/vnd.radiance"),
            Map.entry("image/hdr", "image/vnd.radiance"),
            Map.entry("image/x-portable-bitmap", "image/x-portable-anymap"),
            Map.entry("image/x-portable-graymap", "image/x-portable-anymap"),
            Map.entry("image/x-portable-greymap", "image/x-portable-anymap"),
            Map.entry("image/x-portable-pixmap", "image/x-portable-anymap"),
            Map.entry("image/x-portable-arbitrarymap", "image/x-portable-anymap"),
            Map.entry("application/x-numpy", "application/x-npy"));

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
            "image/vnd.radiance hdr pic rgbe",
            "image/x-exr exr",
            "image/x-tga tga icb vda vst",
            "image/x-portable-anymap pnm pbm pgm ppm pam",
            "application/x-npy npy",
            "application/vnd.imagemill.raw raw",
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
