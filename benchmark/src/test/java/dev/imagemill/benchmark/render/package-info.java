@NullMarked
package dev.imagemill.benchmark.render;

import org.jspecify.annotations.NullMarked;
