/**
 * The binding to libjpeg-turbo's TurboJPEG library, over {@code java.lang.foreign}; for {@code dev.imagemill.codec} alone. {@link
 * dev.imagemill.codec.turbojpeg.TurboJpeg} is the library, if the machine has one; a {@link
 * dev.imagemill.codec.turbojpeg.JpegDecompressor} and a {@link dev.imagemill.codec.turbojpeg.JpegCompressor} are scopes for one
 * picture each, and no pointer leaves them.
 *
 * <p>It is the TurboJPEG 2 API, which version 3 of the library still has.
 */
@NullMarked
package dev.imagemill.codec.turbojpeg;

import org.jspecify.annotations.NullMarked;
