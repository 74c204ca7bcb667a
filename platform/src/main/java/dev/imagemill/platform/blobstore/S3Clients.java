package dev.imagemill.platform.blobstore;

import io.minio.Http;
import io.minio.MinioClient;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/**
 * The S3 clients over one pool of connections: one whose requests have a time limit in all, and one to stream objects out
 * with, which may take as long as their reader does while the server is never silent for long.
 */
final class S3Clients implements AutoCloseable {
    private static final long IDLE_MINUTES = 5;
    private static final long RETRY_MILLIS = 100;

    private final OkHttpClient http;
    private final MinioClient limited;
    private final MinioClient streaming;

    S3Clients(S3Properties properties) {
        this.http = http(properties);
        this.limited = client(properties, http);
        this.streaming =
                client(properties, http.newBuilder().callTimeout(Duration.ZERO).build());
    }

    MinioClient limited() {
        return limited;
    }

    MinioClient streaming() {
        return streaming;
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    /** The SDK's own client runs five requests at a time and waits five minutes for each. */
    private static OkHttpClient http(S3Properties properties) {
        var dispatcher = new Dispatcher(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("s3-", 0).factory()));
        dispatcher.setMaxRequests(properties.maxConnections());
        dispatcher.setMaxRequestsPerHost(properties.maxConnections());
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .socketFactory(new PromptSockets())
                .addInterceptor(MissingObject::noticed)
                .connectionPool(new ConnectionPool(properties.maxConnections(), IDLE_MINUTES, TimeUnit.MINUTES))
                .connectTimeout(properties.connectTimeout())
                .readTimeout(properties.readTimeout())
                .writeTimeout(properties.readTimeout())
                .callTimeout(properties.callTimeout())
                .build();
    }

    private static MinioClient client(S3Properties properties, OkHttpClient http) {
        MinioClient client = MinioClient.builder()
                .endpoint(properties.endpoint().toString())
                .region(properties.region())
                .credentials(properties.accessKey(), properties.secretKey())
                .httpClient(http)
                .build();
        client.setRetry(Http.RETRIABLE_STATUS_CODES, RETRY_MILLIS, properties.attempts());
        return client;
    }
}
