package dev.imagemill.platform.blobstore;

import io.minio.BucketExistsArgs;
import io.minio.Checksum;
import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.HeadObjectResponse;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.UploadObjectArgs;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The blob store in a bucket of an S3 server. */
final class S3BlobStore implements BlobStore, AutoCloseable {
    private static final long PART_BYTES = 16L << 20;
    private static final String DEFAULT_MEDIA_TYPE = "application/octet-stream";
    private static final Map<String, String> IF_ABSENT = Map.of("If-None-Match", "*");
    private static final Set<String> MADE_MEANWHILE = Set.of("BucketAlreadyOwnedByYou", "BucketAlreadyExists");

    private final S3Clients clients;
    private final MinioClient client;
    private final String bucket;
    private final boolean conditionalWrites;

    S3BlobStore(S3Properties properties) {
        this.clients = new S3Clients(properties);
        this.client = clients.limited();
        this.bucket = properties.bucket();
        this.conditionalWrites = properties.conditionalWrites();
    }

    @Override
    public Optional<StoredObject> stat(String key) {
        var args = StatObjectArgs.builder().bucket(bucket).object(key).build();
        try {
            return Optional.of(S3Failures.about(key, () -> {
                StatObjectResponse head = client.statObject(args);
                return stored(key, head.size(), head);
            }));
        } catch (BlobNotFound e) {
            return Optional.empty();
        }
    }

    @Override
    public void put(String key, byte[] data, String mediaType, Map<String, String> metadata) {
        PutObjectArgs args = writing(key, data, mediaType, metadata).build();
        write(key, () -> client.putObject(args));
    }

    @Override
    public Optional<StoredObject> putIfAbsent(String key, byte[] data, String mediaType, Map<String, String> metadata) {
        if (!conditionalWrites) {
            Optional<StoredObject> present = stat(key);
            if (present.isEmpty()) {
                put(key, data, mediaType, metadata);
            }
            return present;
        }
        PutObjectArgs args =
                writing(key, data, mediaType, metadata).extraHeaders(IF_ABSENT).build();
        try {
            writeOnce(() -> client.putObject(args));
            return Optional.empty();
        } catch (MinioException e) {
            if (!S3Failures.isPresent(e)) {
                throw unavailable(key, e);
            }
            return Optional.of(stat(key).orElseThrow(() -> S3Failures.unavailable(e)));
        }
    }

    @Override
    public void put(String key, Path file, String mediaType, Map<String, String> metadata) {
        if (!Files.isReadable(file)) {
            throw new UncheckedIOException(new IOException(file + " cannot be read"));
        }
        write(
                key,
                () -> client.uploadObject(UploadObjectArgs.builder()
                        .bucket(bucket)
                        .object(key)
                        .filename(file.toString(), PART_BYTES)
                        .contentType(mediaType)
                        .userMetadata(metadata)
                        .checksum(Checksum.Algorithm.CRC32)
                        .build()));
    }

    @Override
    public byte[] get(String key) {
        try (InputStream in = open(key, client, GetObjectArgs.builder())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw S3Failures.unavailable(e);
        }
    }

    @Override
    public void get(String key, Path file) {
        try (InputStream in = open(key);
                OutputStream out = Files.newOutputStream(file)) {
            in.transferTo(out);
        } catch (StoreStream.BrokenOff e) {
            throw S3Failures.unavailable(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ObjectStream open(String key) {
        return open(key, clients.streaming(), GetObjectArgs.builder());
    }

    @Override
    public ObjectStream open(String key, long offset, long length) {
        return open(
                key, clients.streaming(), GetObjectArgs.builder().offset(offset).length(length));
    }

    @Override
    public void delete(String key) {
        var args = RemoveObjectArgs.builder().bucket(bucket).object(key).build();
        try {
            S3Failures.about(key, () -> {
                client.removeObject(args);
                return key;
            });
        } catch (BlobNotFound e) {
            // Not there is what was asked for.
        }
    }

    @Override
    public Stream<ListedObject> list(String prefix) {
        var args = ListObjectsArgs.builder()
                .bucket(bucket)
                .prefix(prefix)
                .recursive(true)
                .build();
        var results = new S3Listing(prefix, client.listObjects(args).iterator());
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(results, Spliterator.ORDERED), false);
    }

    @Override
    public void ensureBucket() {
        S3Failures.about(bucket, () -> {
            makeBucket();
            return bucket;
        });
    }

    @Override
    public void close() {
        clients.close();
    }

    private ObjectStream open(String key, MinioClient reader, GetObjectArgs.Builder range) {
        var args = range.bucket(bucket).object(key).build();
        GetObjectResponse response = S3Failures.about(key, () -> reader.getObject(args));
        var head = new HeadObjectResponse(response.headers(), bucket, response.region(), key);
        return new ObjectStream(stored(key, wholeLength(head), head), new StoreStream(response));
    }

    private PutObjectArgs.Builder writing(String key, byte[] data, String mediaType, Map<String, String> metadata) {
        return PutObjectArgs.builder()
                .bucket(bucket)
                .object(key)
                .data(data, data.length)
                .contentType(mediaType)
                .userMetadata(metadata)
                .checksum(Checksum.Algorithm.CRC32);
    }

    private void write(String key, S3Failures.Exchange<?> exchange) {
        try {
            writeOnce(exchange);
        } catch (MinioException e) {
            throw unavailable(key, e);
        }
    }

    private static BlobStoreUnavailable unavailable(String key, MinioException e) {
        return S3Failures.sorted(key, e) instanceof BlobStoreUnavailable unavailable
                ? unavailable
                : S3Failures.unavailable(e);
    }

    private void writeOnce(S3Failures.Exchange<?> exchange) throws MinioException {
        try {
            S3Failures.run(exchange);
        } catch (MinioException e) {
            if (!S3Failures.isNoBucket(e)) {
                throw e;
            }
            makeBucket();
            S3Failures.run(exchange);
        }
    }

    private void makeBucket() throws MinioException {
        if (client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
            return;
        }
        try {
            client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
        } catch (MinioException e) {
            String code = S3Failures.code(e);
            if (code == null || !MADE_MEANWHILE.contains(code)) {
                throw e;
            }
        }
    }

    /** The answer to a request for a range has the object's length behind the slash of its {@code Content-Range}. */
    private static long wholeLength(HeadObjectResponse response) {
        String range = response.headers().get("Content-Range");
        return range == null ? response.size() : Long.parseLong(range, range.indexOf('/') + 1, range.length(), 10);
    }

    private static StoredObject stored(String key, long bytes, HeadObjectResponse response) {
        Map<String, String> metadata = new HashMap<>();
        response.userMetadata()
                .entries()
                .forEach(entry -> metadata.put(entry.getKey().toLowerCase(Locale.ROOT), entry.getValue()));
        String mediaType = response.contentType();
        return new StoredObject(key, bytes, mediaType == null ? DEFAULT_MEDIA_TYPE : mediaType, metadata);
    }
}
