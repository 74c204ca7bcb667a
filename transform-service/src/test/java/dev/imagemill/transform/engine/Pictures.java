package dev.imagemill.transform.engine;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.DecodeOptions;
import dev.imagemill.codec.DecodedImage;
import dev.imagemill.codec.EncodeOptions;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.io.ByteArrayOutputStream;
import java.util.Random;

/** Pictures that tests draw themselves, and what they are compared by. */
public final class Pictures {
    private Pictures() {}

    /** Something like a photograph: soft shades, some edges, a little grain; every corner of another colour. */
    public static Image photograph(int width, int height) {
        Image image = Images.create(Mode.RGB, new ImageSize(width, height));
        Random grain = new Random(42);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double u = (double) x / width;
                double v = (double) y / height;
                double ring = Math.hypot(u - 0.6, v - 0.4) < 0.2 ? 60 : 0;
                double noise = grain.nextInt(9) - 4;
                image.setComponent(x, y, 0, clip(230 * u + ring + noise));
                image.setComponent(x, y, 1, clip(230 * v + 20 * Math.sin(40 * u) + noise));
                image.setComponent(x, y, 2, clip(200 * (1 - u) * (1 - v) + ring / 2 + noise));
            }
        }
        return image;
    }

    private static long clip(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }

    /** A JPEG of high quality. */
    public static byte[] jpeg(Image image) {
        return Codec.encode(image, EncodeOptions.of(ImageFormat.JPEG).withQuality(97));
    }

    public static byte[] png(Image image) {
        return Codec.encode(image, EncodeOptions.of(ImageFormat.PNG).withEffort(1));
    }

    /** A JPEG whose EXIF data says how it is to be turned. */
    public static byte[] withOrientation(byte[] jpeg, int orientation) {
        byte[] exif = {
            (byte) 0xff,
            (byte) 0xe1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'I',
            'I',
            42,
            0,
            8,
            0,
            0,
            0,
            1,
            0,
            0x12,
            1,
            3,
            0,
            1,
            0,
            0,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0,
            0
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(exif);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /** The picture in a file, on the heap. */
    public static Image decode(byte[] file) {
        try (DecodedImage decoded = Codec.decode(file, DecodeOptions.DEFAULT)) {
            return decoded.image().copy();
        }
    }

    /** Peak signal-to-noise ratio of two pictures of one mode and size, in dB; infinite if they are equal. */
    public static double psnr(Image one, Image other) {
        if (one.mode() != other.mode() || !one.size().equals(other.size())) {
            throw new AssertionError(one.mode() + " " + one.size() + " against " + other.mode() + " " + other.size());
        }
        double sum = 0;
        long samples = 0;
        for (int y = 0; y < one.size().height(); y++) {
            for (int x = 0; x < one.size().width(); x++) {
                for (int c = 0; c < one.mode().components(); c++) {
                    double difference = one.component(x, y, c) - other.component(x, y, c);
                    sum += difference * difference;
                    samples++;
                }
            }
        }
        double peak = one.mode().maxValue();
        return 10 * Math.log10(peak * peak * samples / sum);
    }
}
