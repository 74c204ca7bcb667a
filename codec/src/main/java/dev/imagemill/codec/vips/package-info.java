/**
 * The binding to libvips, over {@code java.lang.foreign}; for {@code dev.imagemill.codec} alone. A {@link
 * dev.imagemill.codec.vips.VipsScope} owns everything that libvips makes while one image is read or written, and no pointer leaves
 * it; a {@link dev.imagemill.codec.vips.VipsOperation} calls any libvips operation by name, with all error checks; a {@link
 * dev.imagemill.codec.vips.VipsImage} is its result.
 *
 * <p>libvips calls image components <em>bands</em>, and so does this package.
 */
@NullMarked
package dev.imagemill.codec.vips;

import org.jspecify.annotations.NullMarked;
