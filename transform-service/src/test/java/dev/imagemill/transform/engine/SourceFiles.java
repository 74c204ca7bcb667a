package dev.imagemill.transform.engine;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.EncodeOptions;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import dev.imagemill.imageop.array.ArrayImages;
import dev.imagemill.imageop.array.ArrayLayout;
import dev.imagemill.imageop.array.Npy;
import dev.imagemill.imageop.awt.BufferedImages;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** One picture as a file of every format that can be read, and of some in several modes. */
public final class SourceFiles {
    static final ImageSize SIZE = new ImageSize(40, 30);

    private static final Image PICTURE = Pictures.photograph(SIZE.width(), SIZE.height());

    private SourceFiles() {}

    /** By what they are called in messages. */
    public static Map<String, byte[]> all() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Mode mode :
                new Mode[] {Mode.L, Mode.LA, Mode.RGB, Mode.RGBA, Mode.L16, Mode.LA32, Mode.RGB48, Mode.RGBA64}) {
            files.put("png " + mode, encoded(ImageFormat.PNG, mode));
        }
        for (Mode mode : new Mode[] {Mode.L, Mode.RGB, Mode.CMYK}) {
            files.put("jpeg " + mode, encoded(ImageFormat.JPEG, mode));
        }
        files.put("webp", encoded(ImageFormat.WEBP, Mode.RGBA));
        files.put("avif", encoded(ImageFormat.AVIF, Mode.RGB));
        files.put("gif", encoded(ImageFormat.GIF, Mode.RGBA));
        files.put("tiff RGB48", encoded(ImageFormat.TIFF, Mode.RGB48));
        files.put("tiff CMYK64", encoded(ImageFormat.TIFF, Mode.CMYK64));
        files.put("svg", svg());
        files.put("bmp", bmp());
        files.put("ico", ico());
        files.put("tga", tga());
        files.put("hdr", hdr());
        files.put("psd", psd());
        files.put("pnm", pnm());
        files.put("npy", npy());
        return files;
    }

    private static byte[] encoded(ImageFormat format, Mode mode) {
        return Codec.encode(PICTURE.convert(mode), EncodeOptions.of(format));
    }

    private static byte[] svg() {
        return "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='30'><circle cx='20' cy='15' r='9' fill='teal'/></svg>"
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bmp() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(BufferedImages.toBufferedImage(PICTURE, BufferedImage.TYPE_3BYTE_BGR), "bmp", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** An icon of one picture, as PNG. */
    private static byte[] ico() {
        byte[] png = encoded(ImageFormat.PNG, Mode.RGBA);
        byte[] icon = new byte[22 + png.length];
        ByteBuffer file = little(icon).putShort((short) 0).putShort((short) 1).putShort((short) 1);
        file.put((byte) SIZE.width()).put((byte) SIZE.height()).putShort((short) 0);
        file.putShort((short) 1).putShort((short) 32).putInt(png.length).putInt(22);
        file.put(png);
        return icon;
    }

    private static byte[] tga() {
        byte[] samples = samples(PICTURE);
        byte[] targa = new byte[18 + samples.length];
        ByteBuffer file = little(targa).put(2, (byte) 2).position(12);
        file.putShort((short) SIZE.width())
                .putShort((short) SIZE.height())
                .put((byte) 24)
                .put((byte) 0x20);
        for (int i = 0; i < samples.length; i += 3) {
            file.put(samples[i + 2]).put(samples[i + 1]).put(samples[i]);
        }
        return targa;
    }

    /** All pixels with one exponent: samples are 1/256 of white. */
    private static byte[] hdr() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(ascii("#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 30 +X 40\n"));
        byte[] samples = samples(PICTURE);
        for (int i = 0; i < samples.length; i += 3) {
            file.write(samples, i, 3);
            file.write(128);
        }
        return file.toByteArray();
    }

    private static byte[] psd() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ByteBuffer header =
                ByteBuffer.allocate(40).put(ascii("8BPS")).putShort((short) 1).position(12);
        header.putShort((short) 3)
                .putInt(SIZE.height())
                .putInt(SIZE.width())
                .putShort((short) 8)
                .putShort((short) 3);
        file.writeBytes(header.array());
        PICTURE.split().forEach(plane -> file.writeBytes(samples(plane)));
        return file.toByteArray();
    }

    private static byte[] pnm() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(ascii("P6\n40 30\n255\n"));
        file.writeBytes(samples(PICTURE));
        return file.toByteArray();
    }

    private static byte[] npy() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Npy.write(ArrayImages.toArray(PICTURE, ArrayLayout.HWC), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] samples(Image image) {
        return image.segment().toArray(ValueLayout.JAVA_BYTE);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
