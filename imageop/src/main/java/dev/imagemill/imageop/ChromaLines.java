package dev.imagemill.imageop;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.imagemill.imageop.kernel.Chroma;
import java.lang.foreign.MemorySegment;

/** A plane of halved chroma, read as lines of full width, two for each of its own. */
final class ChromaLines {
    private final MemorySegment plane;
    private final int width;
    private final int height;
    private final boolean linear;
    private final byte[] near;
    private final byte[] far;
    private final byte[] samples;

    ChromaLines(Image plane, ChromaUpsampling upsampling) {
        this.plane = plane.segment();
        this.width = plane.size().width();
        this.height = plane.size().height();
        this.linear = upsampling == ChromaUpsampling.LINEAR;
        this.near = new byte[width];
        this.far = new byte[linear ? width : 0];
        this.samples = new byte[2 * width];
    }

    /** Makes {@link #samples()} those of a line of the image. Lines are read from the top. */
    void read(int line) {
        boolean upper = line % 2 == 0;
        int own = line / 2;
        if (linear) {
            load(own, near);
            load(Math.clamp(upper ? own - 1 : own + 1, 0, height - 1), far);
            Chroma.interpolate(near, far, width, samples);
        } else if (upper) {
            load(own, near);
            Chroma.replicate(near, width, samples);
        }
    }

    private void load(int line, byte[] to) {
        MemorySegment.copy(plane, JAVA_BYTE, (long) line * width, to, 0, width);
    }

    byte[] samples() {
        return samples;
    }
}
