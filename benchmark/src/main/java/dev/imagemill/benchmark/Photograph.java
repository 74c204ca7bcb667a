package dev.imagemill.benchmark;

import dev.imagemill.cli.demo.SampleImages;
import dev.imagemill.imageop.ImageSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Photograph-like JPEGs, rendered once and kept in the folder for temporary files. */
final class Photograph {
    private Photograph() {}

    /** 3000 x 2000. */
    static Path sixMegapixels() throws IOException {
        return kept("imagemill-6mpx.jpg", new ImageSize(3000, 2000));
    }

    /** About 1 MB. */
    static Path oneMegabyte() throws IOException {
        return kept("imagemill-1mb.jpg", new ImageSize(4000, 2667));
    }

    private static Path kept(String name, ImageSize size) throws IOException {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), name);
        if (!Files.exists(file)) {
            Files.write(file, SampleImages.photograph(0, size, 1));
        }
        return file;
    }
}
