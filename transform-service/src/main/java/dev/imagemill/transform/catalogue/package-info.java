/** Which bytes an image has now, asked of the catalogue over HTTP, as the transform service has no database. */
@NullMarked
package dev.imagemill.transform.catalogue;

import org.jspecify.annotations.NullMarked;
