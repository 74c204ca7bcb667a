package dev.imagemill.benchmark;

import dev.imagemill.cli.demo.SampleImages;
import dev.imagemill.codec.Codec;
import dev.imagemill.codec.DecodeOptions;
import dev.imagemill.codec.DecodedImage;
import dev.imagemill.codec.EncodeOptions;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.imageop.ImageSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Photograph-like pictures, rendered once and kept in the folder for temporary files. */
final class Photograph {
    private Photograph() {}

    /** A JPEG of 3000 x 2000. */
    static Path sixMegapixels() throws IOException {
        return kept("imagemill-6mpx.jpg", new ImageSize(3000, 2000));
    }

    /** A JPEG of about 1 MB. */
    static Path oneMegabyte() throws IOException {
        return kept("imagemill-1mb.jpg", new ImageSize(4000, 2667));
    }

    /** A picture as a file of this format, with the format's usual options: itself if it is one. */
    static Path as(ImageFormat format, Path image) throws IOException {
        byte[] bytes = Files.readAllBytes(image);
        if (Codec.sniff(bytes).equals(Optional.of(format))) {
            return image;
        }
        String name = String.valueOf(image.getFileName()).replaceFirst("\\.[^.]*$", "");
        Path file = Path.of(System.getProperty("java.io.tmpdir"), name + "." + format.id());
        if (!Files.exists(file) || Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(image)) < 0) {
            try (DecodedImage decoded = Codec.decode(bytes, DecodeOptions.DEFAULT)) {
                Files.write(file, Codec.encode(decoded.image(), EncodeOptions.of(format)));
            }
        }
        return file;
    }

    private static Path kept(String name, ImageSize size) throws IOException {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), name);
        if (!Files.exists(file)) {
            Files.write(file, SampleImages.photograph(0, size, 1));
        }
        return file;
    }
}
