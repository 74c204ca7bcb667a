package dev.imagemill.cli.demo;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.EncodeOptions;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The pictures of a demo without a folder: a dozen, rendered here, that show what real photographs bring along (all
 * eight EXIF orientations, alpha, 16 bits, inks, animation), and three broken files. The same bytes every time.
 */
public final class SampleImages {
    private static final ImageSize LARGE = new ImageSize(2400, 1600);
    private static final ImageSize USUAL = new ImageSize(1200, 800);
    private static final ImageSize SMALL = new ImageSize(420, 280);
    private static final double SENSOR_GRAIN = 0.03;
    private static final int FRAMES = 8;
    private static final List<Integer> ZENITHS =
            List.of(0x2B5C9E, 0x35507E, 0x4A4E8C, 0x1E6E8E, 0x5B3E78, 0x22406B, 0x3C6FA8, 0x6A4060);
    private static final List<Integer> HORIZONS =
            List.of(0xE8D3B0, 0xF2B98A, 0xF4C6C0, 0xD8E6DC, 0xF6A77A, 0xC9D7E6, 0xF3E2B8, 0xFFC38F);
    private static final List<Integer> HILLS =
            List.of(0x2E4A34, 0x4A3B2E, 0x394B55, 0x27503F, 0x3A2C45, 0x24384A, 0x4C5A2E, 0x51332F);

    private SampleImages() {}

    /** All of them; nothing is rendered yet. */
    static List<SampleFile> all() {
        List<SampleFile> files = new ArrayList<>();
        files.add(new SampleFile("mountain-lake.jpg", true, () -> photograph(0, LARGE, 1)));
        for (int orientation = 2; orientation <= 8; orientation++) {
            int turned = orientation;
            files.add(new SampleFile(
                    "orientation-" + turned + ".jpg", true, () -> photograph(turned - 1, USUAL, turned)));
        }
        files.add(new SampleFile("deep-haze-16-bit.png", true, SampleImages::sixteenBits));
        files.add(new SampleFile("lantern-alpha.png", true, SampleImages::transparent));
        files.add(new SampleFile("printed-cmyk.tif", true, SampleImages::inks));
        files.add(new SampleFile("sunrise-animated.webp", true, SampleImages::animation));
        files.add(new SampleFile("broken-cut-off.jpg", false, () -> BrokenFiles.cutOff(photograph(3, USUAL, 1))));
        files.add(new SampleFile("broken-letter.jpg", false, BrokenFiles::text));
        files.add(new SampleFile("broken-huge.png", false, BrokenFiles::hugePng));
        return files;
    }

    /** Writes those that are not in the folder yet. */
    static void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (SampleFile file : all()) {
            Path target = folder.resolve(file.name());
            if (!Files.exists(target)) {
                Path part = folder.resolve("." + file.name());
                Files.write(part, file.content().bytes());
                Files.move(part, target);
            }
        }
    }

    /**
     * A photograph-like JPEG.
     *
     * @param scene which view, 0 to 7
     * @param size upright
     * @param orientation EXIF, 1 to 8: pixels are stored so that they are upright once it is applied
     */
    public static byte[] photograph(int scene, ImageSize size, int orientation) {
        String caption = "EXIF ORIENTATION " + orientation;
        Image upright = painter(scene, 0.45 + scene * 0.05).paintWithCaption(Mode.RGB, size, caption);
        byte[] jpeg = Codec.encode(
                ExifOrientation.stored(upright, orientation),
                EncodeOptions.of(ImageFormat.JPEG).withQuality(88));
        return ExifOrientation.tagged(jpeg, orientation);
    }

    /**
     * A view over hills, as photographs of it show it.
     *
     * @param scene which view, 0 to 7
     */
    public static Image landscape(int scene, ImageSize size) {
        return painter(scene, 0.45 + scene * 0.05).paint(Mode.RGB, size);
    }

    /** A paper lantern with a soft edge and a half-transparent glow, on nothing. */
    public static Image lantern(ImageSize size) {
        return Lantern.paint(size);
    }

    private static byte[] sixteenBits() {
        Image image = painter(5, 0.7).paintWithCaption(Mode.RGB48, new ImageSize(900, 600), "16 BITS");
        return Codec.encode(image, EncodeOptions.of(ImageFormat.PNG));
    }

    private static byte[] transparent() {
        return Codec.encode(lantern(new ImageSize(700, 800)), EncodeOptions.of(ImageFormat.PNG));
    }

    private static byte[] inks() {
        return CmykTiff.of(painter(6, 1.0).paintWithCaption(Mode.RGB, new ImageSize(900, 600), "CMYK"));
    }

    /** An animated WebP of eight frames, 420 x 280, in which the sun moves from left to right. */
    public static byte[] animation() {
        List<byte[]> frames = IntStream.range(0, FRAMES)
                .mapToObj(frame -> painter(7, 0.25 + frame * 0.14).paintWithCaption(Mode.RGB, SMALL, "FRAME " + frame))
                .map(image -> Codec.encode(image, EncodeOptions.of(ImageFormat.WEBP)))
                .toList();
        return AnimatedWebp.of(frames, SMALL, 120);
    }

    private static Painter painter(int scene, double sun) {
        Landscape view = new Landscape(
                new Noise(1000 + scene),
                Tint.of(ZENITHS.get(scene)),
                Tint.of(HORIZONS.get(scene)),
                Tint.of(HILLS.get(scene)),
                sun);
        return new Painter(view, SENSOR_GRAIN);
    }
}
