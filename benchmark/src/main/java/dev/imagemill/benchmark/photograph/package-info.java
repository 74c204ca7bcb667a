/**
 * Photograph-like pictures that benchmarks render for themselves, as the project holds nobody's photographs, and copies of a picture's
 * file that differ in their digest only.
 */
@NullMarked
package dev.imagemill.benchmark.photograph;

import org.jspecify.annotations.NullMarked;
