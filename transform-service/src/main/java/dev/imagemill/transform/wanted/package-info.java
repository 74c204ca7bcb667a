/** What an HTTP request says it wants of an image: pipelines in JSON and presets by name, read strictly. */
@NullMarked
package dev.imagemill.transform.wanted;

import org.jspecify.annotations.NullMarked;
