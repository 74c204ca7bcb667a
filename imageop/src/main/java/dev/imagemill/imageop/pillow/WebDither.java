package dev.imagemill.imageop.pillow;

import static dev.imagemill.imageop.pillow.WebLevels.BIAS;
import static dev.imagemill.imageop.pillow.WebLevels.BLUE;
import static dev.imagemill.imageop.pillow.WebLevels.GREEN;
import static dev.imagemill.imageop.pillow.WebLevels.RED;

/** The nearest colour of the web palette, with error diffusion. */
final class WebDither extends PaletteDither {
    WebDither(int width) {
        super(width);
    }

    @Override
    long place(byte[] rgb, int at, byte[] to, int toAt, long sixteenths) {
        long biased = biased(sixteenths);
        int red = RED[BIAS + (rgb[at] & 255) + red(biased)];
        int green = GREEN[BIAS + (rgb[at + 1] & 255) + green(biased)];
        int blue = BLUE[BIAS + (rgb[at + 2] & 255) + blue(biased)];
        to[toAt] = WebLevels.index((red & 255) + (green & 255) + (blue & 255));
        return pack(red >> 8, green >> 8, blue >> 8);
    }
}
