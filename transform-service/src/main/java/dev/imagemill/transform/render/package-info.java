/**
 * The door for pages and caches: signed addresses of pictures, each made by the first who asks for it and stored where jobs store theirs, so
 * that whatever door a rendition came through, the others find it.
 */
@NullMarked
package dev.imagemill.transform.render;

import org.jspecify.annotations.NullMarked;
