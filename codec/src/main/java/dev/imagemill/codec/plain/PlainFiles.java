package dev.imagemill.codec.plain;

import java.lang.foreign.MemorySegment;
import java.util.List;

/** Opens files whose format is known. Each method throws {@link PlainFormatException} if the header cannot be read. */
public final class PlainFiles {
    private PlainFiles() {}

    /** A Windows or OS/2 bitmap. */
    public static PlainPicture bmp(MemorySegment file) {
        return Bitmap.ofFile(new FileBytes(file));
    }

    /** A Truevision TGA. */
    public static PlainPicture tga(MemorySegment file) {
        return Targa.of(new FileBytes(file));
    }

    /** A Radiance picture, brought from light to sRGB. */
    public static PlainPicture hdr(MemorySegment file) {
        return Radiance.of(new FileBytes(file));
    }

    /** The composite picture of a Photoshop document. */
    public static PlainPicture psd(MemorySegment file) {
        return Photoshop.of(new FileBytes(file));
    }

    /** The first picture of a portable anymap. */
    public static PlainPicture pnm(MemorySegment file) {
        return Anymap.of(new FileBytes(file));
    }

    /** The pictures of an icon or cursor, the largest first. */
    public static List<IconEntry> ico(MemorySegment file) {
        return IconDirectory.read(new FileBytes(file));
    }
}
