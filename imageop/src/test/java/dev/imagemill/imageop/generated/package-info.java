@NullMarked
package dev.imagemill.imageop.generated;

import org.jspecify.annotations.NullMarked;
