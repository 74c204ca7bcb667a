/** Tells over HTTP what can stand in a pipeline: the operations, and the image formats that can be read and written. */
@NullMarked
package dev.imagemill.transform.formats;

import org.jspecify.annotations.NullMarked;
