package dev.imagemill.transform.engine;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Mode;

/**
 * A copy of a picture with sides of at most {@value #MOST}, averaged over blocks, in which to look for what matters.
 *
 * @param rgb red, green and blue of each pixel, multiplied by alpha: what is transparent is black
 * @param alpha of each pixel, 0 to 255
 */
@SuppressWarnings("ArrayRecordComponent") // looked at and thrown away
record Thumbnail(int width, int height, byte[] rgb, byte[] alpha) {
    private static final int MOST = 256;
    private static final int COMPONENTS = 4;

    static Thumbnail of(Image picture) {
        Image whole = picture.mode().planar() ? picture.convert(Mode.RGB) : picture;
        int longer = Math.max(whole.size().width(), whole.size().height());
        int factor = Math.ceilDiv(longer, MOST);
        Image small = whole.mode() == Mode.L32 ? whole.convert(Mode.L16) : whole;
        Image rgba = small.reduce(factor, factor).convert(Mode.RGBA).premultiply();
        int pixels = (int) rgba.size().pixels();
        byte[] all = rgba.segment().toArray(JAVA_BYTE);
        byte[] rgb = new byte[pixels * 3];
        byte[] alpha = new byte[pixels];
        for (int i = 0; i < pixels; i++) {
            System.arraycopy(all, i * COMPONENTS, rgb, i * 3, 3);
            alpha[i] = all[i * COMPONENTS + 3];
        }
        return new Thumbnail(rgba.size().width(), rgba.size().height(), rgb, alpha);
    }

    int pixels() {
        return width * height;
    }

    int component(int pixel, int component) {
        return Byte.toUnsignedInt(rgb[pixel * 3 + component]);
    }

    double opacity(int pixel) {
        return Byte.toUnsignedInt(alpha[pixel]) / 255.0;
    }

    /** Rec. 601 luma of every pixel, 0 to 255. */
    int[] luma() {
        int[] luma = new int[pixels()];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = (19_595 * component(i, 0) + 38_470 * component(i, 1) + 7_471 * component(i, 2) + 32_768) >> 16;
        }
        return luma;
    }
}
