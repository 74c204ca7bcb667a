/** Tells over HTTP which image formats can be read and written. */
@NullMarked
package dev.imagemill.transform.formats;

import org.jspecify.annotations.NullMarked;
