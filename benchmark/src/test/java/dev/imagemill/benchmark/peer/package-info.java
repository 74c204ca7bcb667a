@NullMarked
package dev.imagemill.benchmark.peer;

import org.jspecify.annotations.NullMarked;
