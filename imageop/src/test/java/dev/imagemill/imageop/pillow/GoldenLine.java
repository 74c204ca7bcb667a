package dev.imagemill.imageop.pillow;

import dev.imagemill.imageop.ImageSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** One line of the golden files that {@code golden_pillow.py} writes. */
record GoldenLine(
        String operation,
        String mode,
        ImageSize size,
        String seed,
        String mask,
        List<String> arguments,
        String result) {

    static Stream<GoldenLine> read(String file) {
        try (InputStream in = GoldenLine.class.getResourceAsStream("/golden/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(GoldenLine::parse);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GoldenLine parse(String line) {
        List<String> fields = List.of(line.split(" ", -1));
        int end = fields.size() - 1;
        ImageSize size = new ImageSize(Integer.parseInt(fields.get(2)), Integer.parseInt(fields.get(3)));
        return new GoldenLine(
                fields.get(0),
                fields.get(1),
                size,
                fields.get(4),
                fields.get(5),
                fields.subList(6, end),
                fields.get(end));
    }

    String argument(int index) {
        return arguments.get(index);
    }

    int number(int index) {
        return Integer.parseInt(arguments.get(index));
    }

    /** The bytes, written as the golden file writes results. */
    String describe(byte[] bytes) {
        return result.startsWith("hex:")
                ? "hex:" + HexFormat.of().formatHex(bytes)
                : "sha256:" + HexFormat.of().formatHex(sha256(bytes));
    }

    /** The bytes of a result that is not too long to be in the file. */
    byte[] bytes() {
        return HexFormat.of().parseHex(result.substring("hex:".length()));
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
        return operation + " " + mode + " " + size.width() + "x" + size.height() + " & " + mask + " " + arguments;
    }
}
