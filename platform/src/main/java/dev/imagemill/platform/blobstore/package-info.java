/**
 * Object storage as the services see it: immutable bytes under a key, with a media type and some metadata.
 *
 * <p>{@link dev.imagemill.platform.blobstore.BlobStore} is the port. A service gets the S3 one as a bean when this module is
 * on its class path (settings {@code imagemill.s3.*}, {@link dev.imagemill.platform.blobstore.S3Properties}); a test that
 * needs no server builds an {@link dev.imagemill.platform.blobstore.InMemoryBlobStore} instead. Failures are of two kinds,
 * told apart by type: {@link dev.imagemill.platform.blobstore.BlobStoreUnavailable} may pass, {@link
 * dev.imagemill.platform.blobstore.BlobNotFound} will not.
 */
@NullMarked
package dev.imagemill.platform.blobstore;

import org.jspecify.annotations.NullMarked;
