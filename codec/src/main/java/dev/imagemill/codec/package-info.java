/**
 * Bytes to imageop images and back. {@link dev.imagemill.codec.Codec} is the only door: it names the format by content, reads a
 * header without decoding pixels, decodes strictly (broken data is an error, never grey), and encodes. Limits are checked on the
 * header. The work is done by libvips behind {@code dev.imagemill.codec.vips}, and where the machine has them, to the same bits, for ordinary
 * JPEGs by libjpeg-turbo behind {@code dev.imagemill.codec.turbojpeg} and for lossy WebPs by libwebp behind {@code dev.imagemill.codec.webp}. No type of any of
 * them is seen from here.
 */
@NullMarked
package dev.imagemill.codec;

import org.jspecify.annotations.NullMarked;
