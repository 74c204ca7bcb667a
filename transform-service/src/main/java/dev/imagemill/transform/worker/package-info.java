/**
 * The Kafka door of the engine: chunks of work in, renditions into the blob store, one {@code transform.finished} a chunk out.
 *
 * <p>Each source is waited for on a virtual thread. A chunk's record is acknowledged once its results are, so a crash anywhere
 * leads to the chunk being delivered again, and what was already stored costs a look-up then.
 */
@NullMarked
package dev.imagemill.transform.worker;

import org.jspecify.annotations.NullMarked;
