/**
 * Presets: named, revisioned sets of renditions.
 *
 * <p>The catalogue is where they are decided; the current revision of each is also published to object storage, where
 * services read it that do not depend on the catalogue being up.
 */
@NullMarked
package dev.imagemill.storage.preset;

import org.jspecify.annotations.NullMarked;
