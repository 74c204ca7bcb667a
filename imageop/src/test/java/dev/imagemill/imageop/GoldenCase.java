package dev.imagemill.imageop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** One line of a golden file: an operation on synthetic noise, and what Pillow made of it. */
record GoldenCase(
        String operation,
        Mode mode,
        ImageSize size,
        long seed,
        List<String> arguments,
        Mode resultMode,
        ImageSize resultSize,
        String result) {

    static Stream<GoldenCase> read(String file) {
        return lines(file).map(GoldenCase::parse);
    }

    static Stream<String> lines(String file) {
        try (InputStream in = GoldenCase.class.getResourceAsStream("/golden/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GoldenCase parse(String line) {
        List<String> fields = List.of(line.split(" ", -1));
        int end = fields.size();
        return new GoldenCase(
                fields.get(0),
                Mode.parse(fields.get(1)),
                size(fields.get(2), fields.get(3)),
                Long.parseLong(fields.get(4)),
                fields.subList(5, end - 4),
                Mode.parse(fields.get(end - 4)),
                size(fields.get(end - 3), fields.get(end - 2)),
                fields.get(end - 1));
    }

    private static ImageSize size(String width, String height) {
        return new ImageSize(Integer.parseInt(width), Integer.parseInt(height));
    }

    Image source() {
        return Images.of(mode, size, fromLittleEndian(mode, Noise.bytes(seed, (int) mode.length(size))));
    }

    /** The image's bytes, written as the golden file writes results. */
    String describe(Image image) {
        byte[] bytes = new byte[(int) image.segment().byteSize()];
        image.buffer().get(0, bytes);
        byte[] written = fromLittleEndian(image.mode(), bytes);
        return result.startsWith("hex:")
                ? "hex:" + HexFormat.of().formatHex(written)
                : "sha256:" + HexFormat.of().formatHex(sha256(written));
    }

    /** Golden files are little-endian whatever the machine is; swapping is its own inverse. */
    private static byte[] fromLittleEndian(Mode mode, byte[] bytes) {
        int width = mode.bytesPerComponent();
        if (ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN) {
            for (int i = 0; i < bytes.length; i++) {
                int opposite = i / width * width + (width - 1 - i % width);
                if (i < opposite) {
                    byte first = bytes[i];
                    bytes[i] = bytes[opposite];
                    bytes[opposite] = first;
                }
            }
        }
        return bytes;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return operation + " " + mode + " " + size.width() + "x" + size.height() + " " + arguments + " -> " + resultMode
                + " " + resultSize.width() + "x" + resultSize.height();
    }
}
