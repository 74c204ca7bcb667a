@NullMarked
package dev.imagemill.imageop.kernel;

import org.jspecify.annotations.NullMarked;
