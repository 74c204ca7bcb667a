package dev.imagemill.storage.verification;

/**
 * An object as Postgres knows it.
 *
 * @param digest what its object is named by, in hexadecimal digits
 * @param bytes its length
 * @param sha256 digest of its bytes
 */
record CatalogueRow(String digest, long bytes, String sha256) {}
