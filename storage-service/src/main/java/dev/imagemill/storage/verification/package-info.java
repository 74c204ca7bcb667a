/**
 * Whether Postgres and the bucket agree: a command that walks over both side by side, tells what is missing, damaged or unknown, and
 * lets the catalogue forget renditions whose bytes are gone.
 *
 * <p>Both are read in the order of digests and neither is held in memory. Services may run meanwhile: an object is written before its
 * row, so what seems to be missing is looked for once more before it is told, and young objects without a row are on their way.
 */
@NullMarked
package dev.imagemill.storage.verification;

import org.jspecify.annotations.NullMarked;
