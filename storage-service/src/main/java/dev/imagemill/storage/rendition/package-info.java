/**
 * The renditions of datablocks: which are wanted, which are stored, which failed.
 *
 * <p>A rendition belongs to its key, not to an image: one row says that the bytes of a key can be read, and every image
 * that wants the key has it from then on. An image's rendition therefore has no state of its own; it is derived.
 */
@NullMarked
package dev.imagemill.storage.rendition;

import org.jspecify.annotations.NullMarked;
