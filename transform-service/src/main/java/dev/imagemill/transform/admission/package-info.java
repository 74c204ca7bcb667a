/**
 * Lets HTTP requests in to work: so many at a time, some more in line, and all others turned away at once, so that a crowd meets a
 * quick answer and not a pile of work that nobody waits for any more.
 */
@NullMarked
package dev.imagemill.transform.admission;

import org.jspecify.annotations.NullMarked;
