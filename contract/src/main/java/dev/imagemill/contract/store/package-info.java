/** The names of everything in object storage: blobs and renditions by their digests, presets and idempotency records. */
@NullMarked
package dev.imagemill.contract.store;

import org.jspecify.annotations.NullMarked;
