package dev.imagemill.codec.plain;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The directory of a Windows icon or cursor. What it says of the pictures only orders them, the largest first and the deeper of two; what
 * they are, they say themselves.
 */
final class IconDirectory {
    private static final int HEADER = 6;
    private static final int ENTRY = 16;
    private static final int MAX_ENTRIES = 1024;
    private static final long PNG = 0x89504e470d0a1a0aL;

    private IconDirectory() {}

    private record Listed(int order, int pixels, int depth, long offset, long length) {}

    static List<IconEntry> read(FileBytes file) {
        int count = file.littleU16(4);
        if (count == 0 || count > MAX_ENTRIES) {
            throw PlainFormatException.header("an icon of " + count + " pictures");
        }
        List<Listed> listed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int at = HEADER + i * ENTRY;
            listed.add(new Listed(
                    i,
                    side(file.u8(at)) * side(file.u8(at + 1)),
                    file.littleU16(at + 6),
                    file.littleU32(at + 12),
                    file.littleU32(at + 8)));
        }
        listed.sort(Comparator.comparingInt(Listed::pixels)
                .thenComparingInt(Listed::depth)
                .reversed()
                .thenComparingInt(Listed::order));
        return listed.stream().map(entry -> entry(file, entry)).toList();
    }

    private static int side(int stored) {
        return stored == 0 ? 256 : stored;
    }

    private static IconEntry entry(FileBytes file, Listed listed) {
        if (listed.offset() > file.length() - listed.length() || listed.length() < 8) {
            throw PlainFormatException.header("the file ends before picture " + listed.order() + " of the icon does");
        }
        MemorySegment content = file.segment().asSlice(listed.offset(), listed.length());
        FileBytes bytes = new FileBytes(content);
        long signature = bytes.bigU32(0) << 32 | bytes.bigU32(4);
        return signature == PNG ? new IconEntry.Png(content) : new IconEntry.Stored(IconBitmap.of(bytes));
    }
}
