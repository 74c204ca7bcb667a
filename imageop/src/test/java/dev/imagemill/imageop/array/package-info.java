@NullMarked
package dev.imagemill.imageop.array;

import org.jspecify.annotations.NullMarked;
