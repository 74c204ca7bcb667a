/**
 * Jobs: durable batch requests. A selection of images and a set of renditions, expanded page by page into the ledger, with
 * counts that are exact at any time and after any crash.
 */
@NullMarked
package dev.imagemill.storage.job;

import org.jspecify.annotations.NullMarked;
