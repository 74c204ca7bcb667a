/** How the catalogue speaks to Postgres: array parameters, digests as bytes, and what its failures mean to a client. */
@NullMarked
package dev.imagemill.storage.database;

import org.jspecify.annotations.NullMarked;
