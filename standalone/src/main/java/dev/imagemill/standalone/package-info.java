/**
 * Imagemill in one process: the three services in one Spring context, at one HTTP address on loopback, over a Postgres,
 * a Kafka broker and an S3 server that are started for them and keep everything below one folder.
 */
@NullMarked
package dev.imagemill.standalone;

import org.jspecify.annotations.NullMarked;
