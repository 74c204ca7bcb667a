@NullMarked
package dev.imagemill.imageop.pillow;

import org.jspecify.annotations.NullMarked;
