/** {@code POST /v1/uploads}: files that arrived are looked at, stored, announced and acknowledged. */
@NullMarked
package dev.imagemill.ingest.upload;

import org.jspecify.annotations.NullMarked;
