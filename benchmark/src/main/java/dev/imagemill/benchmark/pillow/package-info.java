/**
 * Every operation that {@code imageop} shares with Pillow, timed on both sides in one run, over the same pixels, with equal results.
 *
 * <p>{@link dev.imagemill.benchmark.pillow.Catalogue} is the list of operations: each is a Java expression beside a Python one.
 */
@NullMarked
package dev.imagemill.benchmark.pillow;

import org.jspecify.annotations.NullMarked;
