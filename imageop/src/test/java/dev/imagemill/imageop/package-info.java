@NullMarked
package dev.imagemill.imageop;

import org.jspecify.annotations.NullMarked;
