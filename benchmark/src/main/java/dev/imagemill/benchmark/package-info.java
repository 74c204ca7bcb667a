/** JMH micro-benchmarks of the pixel kernels and the codec, and comparisons of the engine with its peers in the same run. */
@NullMarked
package dev.imagemill.benchmark;

import org.jspecify.annotations.NullMarked;
