package dev.imagemill.ingest.upload;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.contract.store.ObjectKeys;
import dev.imagemill.platform.blobstore.BlobNotFound;
import dev.imagemill.platform.blobstore.BlobStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answers given to requests with an idempotency key, kept in the blob store.
 *
 * <p>A record is written after the events are out. If that fails the client repeats the request and everything is done again, with
 * the same ids, so that the catalogue sees nothing new. Within a process one request per key runs at a time; two processes that get
 * the same request at once both do it, also with the same ids.
 */
final class IdempotentAnswers {
    private static final int STRIPES = 256;

    private final BlobStore store;
    private final JsonMapper json;
    private final ReentrantLock[] locks =
            IntStream.range(0, STRIPES).mapToObj(_ -> new ReentrantLock()).toArray(ReentrantLock[]::new);

    IdempotentAnswers(BlobStore store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    /**
     * The answer that was given to this request before, else the one that is given now.
     *
     * @param fingerprint what identifies the request's content; another one under the same key is refused
     */
    UploadAnswer replayOr(@Nullable IdempotencyKey key, String fingerprint, Supplier<UploadAnswer> work) {
        if (key == null) {
            return work.get();
        }
        ReentrantLock lock = locks[Math.floorMod(key.hashCode(), STRIPES)];
        lock.lock();
        try {
            return find(key, fingerprint).orElseGet(() -> doAndKeep(key, fingerprint, work));
        } finally {
            lock.unlock();
        }
    }

    private UploadAnswer doAndKeep(IdempotencyKey key, String fingerprint, Supplier<UploadAnswer> work) {
        UploadAnswer answer = work.get();
        byte[] data = json.writeValueAsBytes(new Kept(fingerprint, answer));
        store.put(ObjectKeys.idempotency(key.value()), data, "application/json", Map.of());
        return answer;
    }

    private Optional<UploadAnswer> find(IdempotencyKey key, String fingerprint) {
        Kept kept;
        try {
            kept = json.readValue(store.get(ObjectKeys.idempotency(key.value())), Kept.class);
        } catch (BlobNotFound _) {
            return Optional.empty();
        }
        if (!kept.fingerprint().equals(fingerprint)) {
            throw new ProblemException(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key came before with other files, names or wishes; take a new key for a new request");
        }
        return Optional.of(kept.answer());
    }

    /** What the blob store keeps. */
    private record Kept(String fingerprint, UploadAnswer answer) {}
}
