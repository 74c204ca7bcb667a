package dev.imagemill.transform.catalogue;

import java.net.URI;
import java.util.Optional;

/** Where the catalogue is reached; one who composes services may know better than the settings. */
@FunctionalInterface
public interface CatalogueAddress {
    /** Its address, without a path; empty if there is none. */
    Optional<URI> get();
}
