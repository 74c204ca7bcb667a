/** Datablocks: registered from upload events, listed and read over HTTP. */
@NullMarked
package dev.imagemill.storage.image;

import org.jspecify.annotations.NullMarked;
