package dev.imagemill.benchmark.peer;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.ImageInfo;
import dev.imagemill.codec.Limits;
import dev.imagemill.imageop.ImageSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A photograph's file.
 *
 * @param format by its short name
 */
record Photo(String name, String format, ImageSize size, long bytes) {
    static Photo of(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        ImageInfo info = Codec.probe(content, Limits.DEFAULT);
        return new Photo(String.valueOf(file.getFileName()), info.format().id(), info.size(), content.length);
    }

    /** Size of the file for each pixel; a camera's JPEG has 1 to 3, the more the finer its quality and what it shows. */
    double bitsPerPixel() {
        return 8.0 * bytes / size.pixels();
    }

    String described() {
        return String.format(Locale.ROOT, "%s, %,d bytes, %.1f bits a pixel", name, bytes, bitsPerPixel());
    }
}
