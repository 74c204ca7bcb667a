/**
 * Bytes to imageop images and back. {@link dev.imagemill.codec.Codec} is the only door: it names the format by content, reads a
 * header without decoding pixels, decodes strictly (broken data is an error, never grey), and encodes. Limits are checked on the
 * header. The work is done by libvips behind {@code dev.imagemill.codec.vips}, and for ordinary JPEGs by libjpeg-turbo behind {@code
 * dev.imagemill.codec.turbojpeg} where the machine has it, to the same bits. No type of either is seen from here.
 */
@NullMarked
package dev.imagemill.codec;

import org.jspecify.annotations.NullMarked;
