package dev.imagemill.storage.ledger;

import dev.imagemill.contract.event.EventJson;
import dev.imagemill.contract.event.TransformRequested;

/** A chunk's work as the ledger keeps it: the request that releases it for the first time, as JSON. */
final class WorkText {
    private WorkText() {}

    static String write(TransformRequested request) {
        return EventJson.mapper().writeValueAsString(request);
    }

    static TransformRequested read(String text) {
        return EventJson.mapper().readValue(text, TransformRequested.class);
    }
}
