@NullMarked
package dev.imagemill.imageop.awt;

import org.jspecify.annotations.NullMarked;
