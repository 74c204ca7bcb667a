/**
 * {@link java.awt.image.BufferedImage}s to images and back, with or without copying. Needs no display.
 *
 * <p>A {@code BufferedImage} is a raster, which says how samples lie, and a colour model, which says what they mean. Reading takes the
 * raster's samples whenever the colour model only names them: greys, sRGB of 8 or 16 bits, packed and indexed pixels. It asks the colour
 * model to convert only where samples are something else (another colour space, fractions, odd widths), because that conversion
 * ends at 8 bits.
 *
 * <p>Greys are never converted. Java's {@code CS_GRAY} is linear light, so {@code getRGB} of a grey image applies a gamma curve, and 128 comes out as
 * 188. But what nearly everyone stores in a grey {@code BufferedImage}, the image readers of Java among them, is grey with sRGB's curve, as in
 * mode {@code L}. So samples are copied both ways, and a grey image that goes out and comes back stays the same, although Java draws it
 * lighter.
 *
 * <p>Colours with premultiplied alpha are divided on the way in, rounded to the nearest as Java does, and multiplied on the way out.
 * Sub-images, with their offsets and strides, are read through the raster, which knows them; and because their memory is not taken out of
 * the raster, Java may go on keeping a copy of it in graphics memory.
 */
@NullMarked
package dev.imagemill.imageop.awt;

import org.jspecify.annotations.NullMarked;
