/** Serves immutable bytes over HTTP: strong entity tags, conditional requests, single ranges, and headers that keep browsers safe. */
@NullMarked
package dev.imagemill.storage.content;

import org.jspecify.annotations.NullMarked;
