/**
 * How the catalogue's tables come to what this version needs: by the service itself at its start, or ahead of it by a process
 * that does nothing else.
 */
@NullMarked
package dev.imagemill.storage.migration;

import org.jspecify.annotations.NullMarked;
