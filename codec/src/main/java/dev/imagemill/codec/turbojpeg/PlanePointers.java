package dev.imagemill.codec.turbojpeg;

import dev.imagemill.imageop.ImageSize;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/** Where Y, Cb and Cr of a picture lie, as the library takes it: addresses and lengths of rows. It lives as long as the arena it was made in. */
public final class PlanePointers {
    private static final int PLANES = 3;

    private final MemorySegment addresses;
    private final MemorySegment strides;

    private PlanePointers(MemorySegment addresses, MemorySegment strides) {
        this.addresses = addresses;
        this.strides = strides;
    }

    /**
     * Points at planes that are there.
     *
     * @param size of the picture
     * @param planes Y, Cb and Cr in native memory, of the sizes that the subsampling says, in rows without padding
     * @throws IllegalArgumentException if a plane is too short
     */
    public static PlanePointers to(List<MemorySegment> planes, ImageSize size, Subsampling subsampling, Arena call) {
        if (planes.size() != PLANES) {
            throw new IllegalArgumentException(planes.size() + " planes, expected " + PLANES);
        }
        MemorySegment addresses = call.allocate(ValueLayout.ADDRESS, PLANES);
        MemorySegment strides = call.allocate(ValueLayout.JAVA_INT, PLANES);
        for (int i = 0; i < PLANES; i++) {
            ImageSize plane = i == 0 ? subsampling.luma(size) : subsampling.chroma(size);
            if (planes.get(i).byteSize() < plane.pixels()) {
                throw new IllegalArgumentException(
                        planes.get(i).byteSize() + " bytes are too few for a plane of " + plane);
            }
            addresses.setAtIndex(ValueLayout.ADDRESS, i, planes.get(i));
            strides.setAtIndex(ValueLayout.JAVA_INT, i, plane.width());
        }
        return new PlanePointers(addresses, strides);
    }

    MemorySegment addresses() {
        return addresses;
    }

    MemorySegment strides() {
        return strides;
    }
}
