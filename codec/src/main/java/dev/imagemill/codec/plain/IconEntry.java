package dev.imagemill.codec.plain;

import java.lang.foreign.MemorySegment;

/** One picture of an icon: the same motif as the others, in another size or depth. */
public sealed interface IconEntry {
    /** A bitmap with a mask. */
    record Stored(PlainPicture picture) implements IconEntry {}

    /** A PNG file. */
    record Png(MemorySegment file) implements IconEntry {}
}
