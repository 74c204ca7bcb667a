@NullMarked
package dev.imagemill.benchmark;

import org.jspecify.annotations.NullMarked;
