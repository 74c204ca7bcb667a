/** Reads JSON bodies strictly: an unknown field, a wrong type or a value out of range is a problem with a JSON Pointer. */
@NullMarked
package dev.imagemill.storage.request;

import org.jspecify.annotations.NullMarked;
