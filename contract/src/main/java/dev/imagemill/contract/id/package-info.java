/** Identifiers: time-ordered version 7 UUIDs, and version 8 UUIDs that follow from what they name. */
@NullMarked
package dev.imagemill.contract.id;

import org.jspecify.annotations.NullMarked;
