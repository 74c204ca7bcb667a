/** The transform service: stateless workers that turn transform requests into renditions. */
@NullMarked
package dev.imagemill.transform;

import org.jspecify.annotations.NullMarked;
