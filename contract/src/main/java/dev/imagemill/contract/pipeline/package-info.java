/**
 * The pipeline: what is to be done with an image, as data.
 *
 * <p>A pipeline parses strictly, has one canonical text whose SHA-256 digest is its identity, and can tell the size of
 * its result without touching a pixel. Each operation is one class that says everything about itself.
 */
@NullMarked
package dev.imagemill.contract.pipeline;

import org.jspecify.annotations.NullMarked;
