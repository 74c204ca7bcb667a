package dev.imagemill.codec;

/** JPEG through libvips, as on a machine without TurboJPEG. */
class VipsJpegTest extends JpegContract {
    @Override
    ShortWays way() {
        return ShortWays.NONE;
    }
}
