package dev.imagemill.storage.ledger;

import dev.imagemill.contract.event.TransformRequested;
import org.jspecify.annotations.Nullable;

/**
 * A chunk that goes out to a worker.
 *
 * @param request what the worker is asked
 * @param traceparent the trace in which it was asked for: the upload's, or the one in which the job was made; or null
 */
record Release(TransformRequested request, @Nullable String traceparent) {}
