/**
 * The real PostgreSQL, Kafka and S3 servers that Imagemill needs, started inside one folder without installing anything: for
 * tests, and for the standalone run.
 *
 * <p>{@link dev.imagemill.embedded.EmbeddedBackends} starts all three; {@link dev.imagemill.embedded.PostgresServer}, {@link
 * dev.imagemill.embedded.KafkaBroker} and {@link dev.imagemill.embedded.S3Server} can be had singly, and be stopped and
 * started again on the same port to rehearse failures. Each runs as a child process that ends when this JVM ends, in
 * whatever way, and each survives a restart over the same folder. A folder serves one running process at a time.
 */
@NullMarked
package dev.imagemill.embedded;

import org.jspecify.annotations.NullMarked;
