/** How a service goes away without anybody's request failing. */
@NullMarked
package dev.imagemill.platform.shutdown;

import org.jspecify.annotations.NullMarked;
