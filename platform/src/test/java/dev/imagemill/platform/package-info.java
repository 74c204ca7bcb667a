/** Tests of the platform as a whole. */
@NullMarked
package dev.imagemill.platform;

import org.jspecify.annotations.NullMarked;
