/**
 * The inner loops: plain code over {@code byte[]}, {@code char[]}, {@code float[]} and {@code double[]}, without allocation and without
 * any knowledge of images. The package is public to those above and beside it only; nothing outside the module uses it.
 *
 * <p>Sixteen-bit samples are {@code char}, which is unsigned. Callers copy native memory into scratch arrays a run at a time, so that every
 * loop here sees the heap, where the compiler removes range checks and vectorises.
 */
@NullMarked
package dev.imagemill.imageop.kernel;

import org.jspecify.annotations.NullMarked;
