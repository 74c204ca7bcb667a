/**
 * Pictures that are computed, not loaded: one colour, and the two test grids that Blender fills new images with to show how a texture lies
 * on a surface. Patterns are defined from the bottom line upwards, as Blender counts; images come out with the top line first, as all here do.
 */
@NullMarked
package dev.imagemill.imageop.generated;

import org.jspecify.annotations.NullMarked;
