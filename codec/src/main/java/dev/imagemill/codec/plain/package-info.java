/**
 * Readers for formats that libvips does not read here and that are simple enough to be read in Java: BMP, TGA, Radiance HDR, Photoshop,
 * ICO, PNM; for {@code dev.imagemill.codec} alone. {@link dev.imagemill.codec.plain.PlainFiles} opens a file by its header, and a
 * {@link dev.imagemill.codec.plain.PlainPicture} writes its pixels into memory that the caller gives, so that nothing is allocated
 * for pixels before the caller has looked at the size. Every read is held to the bounds of the file.
 */
@NullMarked
package dev.imagemill.codec.plain;

import org.jspecify.annotations.NullMarked;
