/** {@code GET /v1/render} against ipx: requests for pictures that neither has made before. */
@NullMarked
package dev.imagemill.benchmark.render;

import org.jspecify.annotations.NullMarked;
