/** A bulk job over many images, and the worker that does it: how busy it is, and whether its memory grows. */
@NullMarked
package dev.imagemill.benchmark.worker;

import org.jspecify.annotations.NullMarked;
