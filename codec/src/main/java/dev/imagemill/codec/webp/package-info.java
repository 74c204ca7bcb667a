/**
 * The binding to libwebp, over {@code java.lang.foreign}; for {@code dev.imagemill.codec} alone. {@link dev.imagemill.codec.webp.WebP} is the
 * library, if the machine has one; a {@link dev.imagemill.codec.webp.WebPEncoder} is a scope for one picture, and no pointer leaves it.
 */
@NullMarked
package dev.imagemill.codec.webp;

import org.jspecify.annotations.NullMarked;
