package dev.imagemill.imageop.pillow;

import java.util.Arrays;

/** The nearest colour of any palette, with error diffusion. */
final class NearestDither extends PaletteDither {
    private final NearestColor nearest;
    private final short[] indexes;
    private final long[] colors;

    NearestDither(NearestColor nearest, int width) {
        super(width);
        this.nearest = nearest;
        this.indexes = nearest.indexes();
        this.colors = Arrays.stream(nearest.colors())
                .mapToLong(color -> pack(color >> 16, (color >> 8) & 255, color & 255))
                .toArray();
    }

    @Override
    long place(byte[] rgb, int at, byte[] to, int toAt, long sixteenths) {
        long biased = biased(sixteenths);
        int red = clip((rgb[at] & 255) + red(biased));
        int green = clip((rgb[at + 1] & 255) + green(biased));
        int blue = clip((rgb[at + 2] & 255) + blue(biased));
        int cell = NearestColor.cell(red, green, blue);
        int index = indexes[cell];
        if (index == NearestColor.UNKNOWN) {
            index = nearest.find(cell);
        }
        to[toAt] = (byte) index;
        return pack(red, green, blue) - colors[index];
    }

    private static int clip(int component) {
        return Math.max(0, Math.min(component, 255));
    }
}
