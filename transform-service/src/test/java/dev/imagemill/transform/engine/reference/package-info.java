/** Holds every operation to a definition of its own: the engine's results against plain arithmetic in double precision. */
@NullMarked
package dev.imagemill.transform.engine.reference;

import org.jspecify.annotations.NullMarked;
