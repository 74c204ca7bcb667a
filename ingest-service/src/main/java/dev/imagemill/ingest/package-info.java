/**
 * The ingest service: HTTP uploads into object storage, announced as {@code image.uploaded}. It keeps no state of its own and needs
 * object storage and Kafka, not the catalogue.
 */
@NullMarked
package dev.imagemill.ingest;

import org.jspecify.annotations.NullMarked;
