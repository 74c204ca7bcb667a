@NullMarked
package dev.imagemill.benchmark.worker;

import org.jspecify.annotations.NullMarked;
