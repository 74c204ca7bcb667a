package dev.imagemill.benchmark.photograph;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.DecodeOptions;
import dev.imagemill.codec.DecodedImage;
import dev.imagemill.codec.EncodeOptions;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.imageop.ImageSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Photograph-like files, rendered once and kept in the folder for temporary files. */
public final class Photographs {
    /** Changes whenever other pixels are painted, so that files of before are not taken for these. */
    private static final int REVISION = 3;

    private static final int CAMERA = 88;

    private Photographs() {}

    /** A JPEG of 3000 x 2000 and about 1 MB, the one that most is measured with. */
    public static Path sixMegapixels() throws IOException {
        return kept(Scene.LAKE, new ImageSize(3000, 2000), ImageFormat.JPEG, CAMERA);
    }

    /** Several of each format: different views, sizes and qualities. */
    public static List<Path> corpus() throws IOException {
        return List.of(
                kept(Scene.STREET, new ImageSize(1600, 1200), ImageFormat.JPEG, 85),
                sixMegapixels(),
                kept(Scene.NIGHT, new ImageSize(3456, 2304), ImageFormat.JPEG, 90),
                kept(Scene.FOREST, new ImageSize(4000, 3000), ImageFormat.JPEG, 92),
                kept(Scene.STREET, new ImageSize(1280, 960), ImageFormat.PNG, CAMERA),
                kept(Scene.FOREST, new ImageSize(1920, 1280), ImageFormat.PNG, CAMERA),
                kept(Scene.LAKE, new ImageSize(3000, 2000), ImageFormat.PNG, CAMERA),
                kept(Scene.NIGHT, new ImageSize(1280, 960), ImageFormat.WEBP, 80),
                kept(Scene.STREET, new ImageSize(1920, 1280), ImageFormat.WEBP, 82),
                kept(Scene.LAKE, new ImageSize(3000, 2000), ImageFormat.WEBP, 85));
    }

    /** What a catalogue is full of: mostly JPEG, of 0.8 to 6 Mpx, now and then PNG or WebP. */
    public static List<Path> everyday() throws IOException {
        return List.of(
                kept(Scene.LAKE, new ImageSize(1200, 800), ImageFormat.JPEG, 85),
                kept(Scene.FOREST, new ImageSize(1024, 768), ImageFormat.JPEG, 85),
                kept(Scene.STREET, new ImageSize(1600, 1200), ImageFormat.JPEG, 85),
                kept(Scene.NIGHT, new ImageSize(2048, 1365), ImageFormat.JPEG, 85),
                sixMegapixels(),
                kept(Scene.FOREST, new ImageSize(1600, 1067), ImageFormat.JPEG, CAMERA),
                kept(Scene.STREET, new ImageSize(1024, 768), ImageFormat.WEBP, 82),
                kept(Scene.NIGHT, new ImageSize(800, 600), ImageFormat.PNG, CAMERA));
    }

    /** A picture as a file of this format, with the format's usual options: itself if it is one. */
    public static Path as(ImageFormat format, Path image) throws IOException {
        byte[] bytes = Files.readAllBytes(image);
        if (Codec.sniff(bytes).equals(Optional.of(format))) {
            return image;
        }
        String name = String.valueOf(image.getFileName()).replaceFirst("\\.[^.]*$", "");
        Path file = folder().resolve(name + "." + format.id());
        if (!Files.exists(file) || Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(image)) < 0) {
            try (DecodedImage decoded = Codec.decode(bytes, DecodeOptions.DEFAULT)) {
                Files.write(file, Codec.encode(decoded.image(), EncodeOptions.of(format)));
            }
        }
        return file;
    }

    private static Path kept(Scene scene, ImageSize size, ImageFormat format, int quality) throws IOException {
        String name = String.format(
                Locale.ROOT,
                "%s-%dx%d%s.%s",
                scene.name().toLowerCase(Locale.ROOT),
                size.width(),
                size.height(),
                format == ImageFormat.PNG ? "" : "-q" + quality,
                format.id());
        Path file = folder().resolve(name);
        if (!Files.exists(file)) {
            System.err.println("rendering " + name);
            Path part = folder().resolve(name + ".part");
            Files.write(
                    part,
                    Codec.encode(scene.paint(size), EncodeOptions.of(format).withQuality(quality)));
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    private static Path folder() throws IOException {
        return Files.createDirectories(
                Path.of(System.getProperty("java.io.tmpdir"), "imagemill-photographs-" + REVISION));
    }
}
