/**
 * Images in memory after PEP 368: the thirteen modes, images over one contiguous buffer, and the operations that make new images from them.
 *
 * <p>Pixel data is row-major, without padding, in native byte order; planar modes store one plane after the other. Everything observable
 * (rounding, clipping, orientation, behaviour at the edges) is specified where the operation is declared.
 */
@NullMarked
package dev.imagemill.imageop;

import org.jspecify.annotations.NullMarked;
