@NullMarked
package dev.imagemill.benchmark.pillow;

import org.jspecify.annotations.NullMarked;
