/**
 * Bodies of requests, received under limits: counted and hashed as they arrive, at rest in memory or in temporary files until they are
 * closed, bounded in bytes for one request and for all together.
 */
@NullMarked
package dev.imagemill.platform.body;

import org.jspecify.annotations.NullMarked;
