/**
 * From an HTTP request to files at rest: the body is read once, as it arrives, into memory or bounded temporary files, while it is
 * hashed and held against the limits. Whatever goes wrong meanwhile, nothing of it stays behind.
 */
@NullMarked
package dev.imagemill.ingest.receive;

import org.jspecify.annotations.NullMarked;
