/** Watermarks whose image a pipeline names by id: here, where the catalogue is, the id is replaced by the digest of the image's file. */
@NullMarked
package dev.imagemill.storage.mark;

import org.jspecify.annotations.NullMarked;
