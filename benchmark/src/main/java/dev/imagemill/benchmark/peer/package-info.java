/** The engine against sharp and vipsthumbnail: what one image takes on each side, and what comes out. */
@NullMarked
package dev.imagemill.benchmark.peer;

import org.jspecify.annotations.NullMarked;
