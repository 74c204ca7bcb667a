package dev.imagemill.transform.bench;

import dev.imagemill.codec.Limits;
import dev.imagemill.transform.engine.Engine;
import java.time.Duration;

/**
 * What every source is worked on with, shared by the whole worker.
 *
 * @param engine makes the pixels
 * @param limits how large a source may be
 * @param pool where the engine runs
 * @param timeLimit for decoding a source, and for making one rendition
 * @param memory what all sources in hand may take
 * @param journal remembers sources in hand beyond a crash
 * @param meters counts
 * @param marks watermarks
 * @param profiles colour profiles
 */
public record Bench(
        Engine engine,
        Limits limits,
        ComputePool pool,
        Duration timeLimit,
        MemoryBudget memory,
        CrashJournal journal,
        WorkerMeters meters,
        MarkShelf marks,
        ProfileShelf profiles) {}
