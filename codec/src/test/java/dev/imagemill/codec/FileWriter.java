package dev.imagemill.codec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Puts a binary file together, for fixtures. */
final class FileWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    FileWriter text(String latin1) {
        bytes.writeBytes(latin1.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    FileWriter u8(int... values) {
        for (int value : values) {
            bytes.write(value);
        }
        return this;
    }

    FileWriter little16(int... values) {
        for (int value : values) {
            u8(value, value >> 8);
        }
        return this;
    }

    FileWriter little32(int... values) {
        for (int value : values) {
            u8(value, value >> 8, value >> 16, value >> 24);
        }
        return this;
    }

    FileWriter big16(int... values) {
        for (int value : values) {
            u8(value >> 8, value);
        }
        return this;
    }

    FileWriter big32(int... values) {
        for (int value : values) {
            u8(value >> 24, value >> 16, value >> 8, value);
        }
        return this;
    }

    FileWriter add(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    /** Zeros up to a multiple of so many bytes. */
    FileWriter align(int to) {
        while (bytes.size() % to != 0) {
            bytes.write(0);
        }
        return this;
    }

    int size() {
        return bytes.size();
    }

    byte[] toArray() {
        return bytes.toByteArray();
    }
}
