/** How the catalogue speaks to Postgres: array parameters and digests as bytes. */
@NullMarked
package dev.imagemill.storage.database;

import org.jspecify.annotations.NullMarked;
