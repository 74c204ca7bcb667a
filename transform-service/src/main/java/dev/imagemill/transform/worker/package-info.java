/**
 * The Kafka door of the engine: chunks of work in, renditions into the blob store, one {@code transform.finished} a chunk out.
 *
 * <p>Waiting (for the blob store, for memory, for a turn) is done on virtual threads, one a source; computing on a fixed pool
 * of platform threads. A chunk's record is acknowledged once its results are, so a crash anywhere leads to the
 * chunk being delivered again, and what was already stored costs a look-up then.
 */
@NullMarked
package dev.imagemill.transform.worker;

import org.jspecify.annotations.NullMarked;
