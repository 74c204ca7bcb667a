/**
 * Where sources are worked on, whichever door they came through: threads that compute, memory to decode in, and the journal that
 * remembers what was in hand at a crash, one of each for the whole process.
 *
 * <p>{@link dev.imagemill.transform.bench.SourceMaking} takes one source in hand, has it decoded once, and hands each rendition on as soon
 * as it is encoded. Waiting (for memory, for a turn) is done on virtual threads, computing on a fixed pool of platform threads. What is
 * done for somebody who waits goes before what is done for a job, but for a share that jobs always keep: {@link
 * dev.imagemill.transform.bench.ComputePool} and {@link dev.imagemill.transform.bench.MemoryBudget} say how.
 */
@NullMarked
package dev.imagemill.transform.bench;

import org.jspecify.annotations.NullMarked;
