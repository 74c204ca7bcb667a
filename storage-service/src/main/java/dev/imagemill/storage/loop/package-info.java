/** Background work that runs for the life of the service: a step again and again, at once when signalled. */
@NullMarked
package dev.imagemill.storage.loop;

import org.jspecify.annotations.NullMarked;
