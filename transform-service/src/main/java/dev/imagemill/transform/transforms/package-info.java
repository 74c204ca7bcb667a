/**
 * The door for those who wait: an image and pipelines in, the pictures out, nothing stored.
 *
 * <p>A body is received whole first, into memory or a temporary file, and only then stands in line for a place to be worked on, so that
 * slow clients hold none. All pipelines of a request are served by one decode, at the same bench as what comes from Kafka.
 */
@NullMarked
package dev.imagemill.transform.transforms;

import org.jspecify.annotations.NullMarked;
