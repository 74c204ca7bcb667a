/** Renditions that are stored: found under their key, or made and put there. The same for every door that wants them kept. */
@NullMarked
package dev.imagemill.transform.rendition;

import org.jspecify.annotations.NullMarked;
