package dev.imagemill.benchmark.pillow;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.pillow.PillowImage;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.zip.CRC32;

/**
 * What a result is recognised by.
 *
 * @param bytes how many the images of the result have together
 * @param crc CRC-32 of all of them
 */
record Checksum(long bytes, long crc) {
    static Checksum of(Object result) {
        CRC32 crc = new CRC32();
        return new Checksum(add(result, crc), crc.getValue());
    }

    private static long add(Object result, CRC32 crc) {
        return switch (result) {
            case Image image -> add(image.segment(), crc);
            case PillowImage image -> add(image.segment(), crc);
            case List<?> images ->
                images.stream().mapToLong(image -> add(image, crc)).sum();
            default -> throw new IllegalArgumentException("no image: " + result.getClass());
        };
    }

    private static long add(MemorySegment pixels, CRC32 crc) {
        crc.update(pixels.asByteBuffer());
        return pixels.byteSize();
    }
}
