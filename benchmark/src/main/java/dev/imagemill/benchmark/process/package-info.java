/** Processes that are measured: how they are started, and what they used. */
@NullMarked
package dev.imagemill.benchmark.process;

import org.jspecify.annotations.NullMarked;
