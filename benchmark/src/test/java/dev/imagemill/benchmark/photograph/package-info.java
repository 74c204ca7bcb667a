@NullMarked
package dev.imagemill.benchmark.photograph;

import org.jspecify.annotations.NullMarked;
