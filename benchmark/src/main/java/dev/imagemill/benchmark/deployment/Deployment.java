package dev.imagemill.benchmark.deployment;

import dev.imagemill.benchmark.process.Surroundings;
import dev.imagemill.cli.client.ImagemillClient;
import dev.imagemill.cli.client.UploadAnswer;
import dev.imagemill.cli.client.UploadFile;
import dev.imagemill.embedded.EmbeddedBackends;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Embedded backends in a folder of their own, which goes with them, and the services that were started over them. */
public final class Deployment implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);
    private static final int POLL_MILLIS = 100;
    private static final int SIGNED_FOR_HOURS = 12;
    /** Where services store unless they are told otherwise, which none is here. */
    private static final String BUCKET = "imagemill";

    private final Path folder;
    private final EmbeddedBackends backends;
    private final List<Service> services = new ArrayList<>();

    private Deployment(Path folder, EmbeddedBackends backends) {
        this.folder = folder;
        this.backends = backends;
    }

    /** Starts the backends. */
    public static Deployment start() throws IOException {
        Path folder = Files.createTempDirectory("imagemill-benchmark-");
        return new Deployment(folder, EmbeddedBackends.start(folder.resolve("backends")));
    }

    /** A folder for whatever is needed meanwhile. */
    public Path folder() {
        return folder;
    }

    /**
     * Starts a service with a JVM as in its image, and waits until it is ready.
     *
     * @param name of its module, without {@code -service}
     */
    public Service service(String name, Map<String, String> settings) throws IOException, InterruptedException {
        int port;
        try (var probe = new ServerSocket(0)) {
            port = probe.getLocalPort();
        }
        Map<String, String> all = new HashMap<>(backends.springProperties());
        all.put("server.port", Integer.toString(port));
        all.put("imagemill.transform.journal", folder.resolve("journal").toString());
        all.putAll(settings);
        List<String> command = new ArrayList<>(Surroundings.java(name));
        command.addAll(List.of("-jar", jar(name).toString()));
        all.forEach((key, value) -> command.add("--" + key + "=" + value));
        Path log = folder.resolve(name + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(Surroundings.environment());
        Service service = new Service(builder.start(), URI.create("http://127.0.0.1:" + port));
        // A benchmark that is ended before its time takes its services along.
        Runtime.getRuntime().addShutdownHook(new Thread(service.process()::destroy));
        services.add(service);
        awaitReady(service, log);
        return service;
    }

    /** Uploads files, all of which must be accepted. */
    public static void upload(Service ingest, List<Path> files) {
        try (ImagemillClient client = new ImagemillClient(ingest.address())) {
            UploadAnswer answer = client.upload(
                    files.stream()
                            .map(file -> new UploadFile(String.valueOf(file.getFileName()), file))
                            .toList(),
                    Map.of(),
                    (_, _) -> {});
            if (answer.images().size() != files.size()) {
                throw new IllegalStateException("not every picture was accepted: " + answer.errors());
            }
        }
    }

    /** Addresses from which anybody can fetch these objects for some hours. */
    public List<URI> signedAddresses(List<String> objectKeys) throws MinioException {
        Map<String, String> settings = backends.springProperties();
        MinioClient client = MinioClient.builder()
                .endpoint(setting(settings, "endpoint"))
                .region(setting(settings, "region"))
                .credentials(setting(settings, "access-key"), setting(settings, "secret-key"))
                .build();
        List<URI> addresses = new ArrayList<>();
        for (String key : objectKeys) {
            addresses.add(URI.create(client.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                    .method(Http.Method.GET)
                    .bucket(BUCKET)
                    .object(key)
                    .expiry(SIGNED_FOR_HOURS, TimeUnit.HOURS)
                    .build())));
        }
        return addresses;
    }

    private static String setting(Map<String, String> settings, String name) {
        return Objects.requireNonNull(settings.get("imagemill.s3." + name));
    }

    /** The process of the S3 server, whose work is part of what a request costs. */
    public ProcessHandle s3() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains("s3proxy"))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws IOException {
        services.forEach(Service::close);
        backends.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void awaitReady(Service service, Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        try (ImagemillClient client = new ImagemillClient(service.address())) {
            while (!client.isReady()) {
                if (!service.process().isAlive() || System.nanoTime() > end) {
                    throw new IllegalStateException("a service did not start:\n" + Files.readString(log));
                }
                Thread.sleep(POLL_MILLIS);
            }
        }
    }

    private static Path jar(String name) throws IOException {
        Path target = Path.of(name + "-service", "target");
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "*-exec.jar")) {
            return jars.iterator().next();
        }
    }
}
