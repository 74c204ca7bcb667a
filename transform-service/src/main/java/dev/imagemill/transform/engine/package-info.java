/**
 * Source bytes and a list of pipelines in, renditions out; knows nothing of where either lies.
 *
 * <p>{@link dev.imagemill.transform.engine.Engine} reads the header and plans: which pipelines are possible, at what scale the
 * source must be decoded so that every one of them finds enough pixels, and how much memory that takes. The source is decoded
 * once, and each rendition is made from that. Turns and mirrorings are only noted while the pixels are many, and done on the
 * small result.
 */
@NullMarked
package dev.imagemill.transform.engine;

import org.jspecify.annotations.NullMarked;
