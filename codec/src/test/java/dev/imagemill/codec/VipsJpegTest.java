package dev.imagemill.codec;

/** JPEG through libvips, as on a machine without TurboJPEG. */
class VipsJpegTest extends JpegContract {
    @Override
    DirectJpeg way() {
        return DirectJpeg.NONE;
    }
}
