/** The storage service: the catalogue of datablocks, renditions, presets and jobs, over HTTP and events. */
@NullMarked
package dev.imagemill.storage;

import org.jspecify.annotations.NullMarked;
