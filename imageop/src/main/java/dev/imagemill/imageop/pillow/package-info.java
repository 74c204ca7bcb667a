/**
 * The modes that Pillow has beyond PEP 368: {@code 1}, {@code P}, {@code YCbCr}, {@code LAB}, {@code HSV}, {@code I} and {@code F}, and conversion
 * to and from them as Pillow defines it.
 *
 * {@snippet :
 * PillowImage indexed = PillowImage.from(photo, PillowMode.PALETTE, ConvertOptions.adaptive(64));
 * Palette palette = indexed.palette();
 * Image gray = PillowImage.from(photo, PillowMode.HSV).toImage(Mode.L);
 * }
 *
 * <p>These modes are not part of the image protocol, so their images are of a type of their own, {@link
 * dev.imagemill.imageop.pillow.PillowImage}, that can be made, read, written and converted, and leaves everything else to the modes of the
 * protocol. A conversion takes Pillow's direct rule if there is one. Otherwise it goes over the source's base mode: L for 1, I, F and everything
 * grey, RGB for the rest.
 *
 * <p><b>Exactness.</b> Results are Pillow's to the bit, quantized palettes and dither included, except those to and from LAB, which are within one
 * of Pillow's in every component of every colour. Where Pillow has oddities that show in its results, they are kept, and named where the code
 * has them: Y truncated, so that it can be one below L; the last pixel of a row dithered with blue's error; rows of distances that k-means leaves
 * half sorted; the octree's division in single precision.
 *
 * <p><b>I and F</b> hold numbers and have no range. Grey goes in as it is, 0 to 255 or 0 to 65,535, and comes out cut to what the target can hold,
 * without scaling and without fractions. I is signed here; {@link dev.imagemill.imageop.Mode#L32}, which Pillow also calls I, is not.
 *
 * <p><b>Wider targets and sources.</b> Pillow has no RGB of 16 bits. Except for I and F, such a source is narrowed to 8 bits first, and such a target
 * widened from 8 bits last, by the rules of {@link dev.imagemill.imageop.Image#convert}: 255 becomes 65,535.
 *
 * <p><b>Not as in Pillow:</b> an adaptive palette is picked for a source of any mode, where Pillow takes L, P and RGB; so with a given palette,
 * to which it takes RGB, and copies L as if grey levels were indexes. Means do not overflow past 16 million pixels. Numbers of F that I cannot hold
 * become the nearest that it can, where C leaves it open. Info is not copied, except for a transparent colour that still has a meaning.
 *
 * <p><b>How.</b> A rule for single pixels works on a run of them between two byte arrays; rules are chained over scratch memory that fits the
 * first-level cache, and the loops are in {@link dev.imagemill.imageop.kernel}. Anything that starts from a byte (L, 1, P) is a table of 256 results. Hue comes from a table too, YCbCr from sums of packed
 * table entries, LAB from interpolation among 33 cubed nodes. What diffuses errors works on two rows at a time.
 */
@NullMarked
package dev.imagemill.imageop.pillow;

import org.jspecify.annotations.NullMarked;
