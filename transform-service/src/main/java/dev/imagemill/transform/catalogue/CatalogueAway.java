package dev.imagemill.transform.catalogue;

import org.jspecify.annotations.Nullable;

/** The catalogue gave no answer to a question. */
final class CatalogueAway extends RuntimeException {
    CatalogueAway(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
