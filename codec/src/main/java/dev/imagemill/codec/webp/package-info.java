/**
 * The binding to libwebp, over {@code java.lang.foreign}; for {@code dev.imagemill.codec} alone. {@link dev.imagemill.codec.webp.WebP} is the
 * library, if the machine has one; a {@link dev.imagemill.codec.webp.WebPDecoder} and a {@link dev.imagemill.codec.webp.WebPEncoder} are for one picture
 * each, and no pointer leaves them.
 */
@NullMarked
package dev.imagemill.codec.webp;

import org.jspecify.annotations.NullMarked;
