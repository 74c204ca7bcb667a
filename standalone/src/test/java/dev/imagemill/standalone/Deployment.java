package dev.imagemill.standalone;

import dev.imagemill.embedded.EmbeddedBackends;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The three services as they are deployed, each a process of its own, and what they stand on. */
final class Deployment implements AutoCloseable {
    private final Path folder;
    private final EmbeddedBackends backends;
    private final ServiceProcess ingest;
    private final ServiceProcess storage;
    private ServiceProcess worker;

    private Deployment(Path folder, EmbeddedBackends backends, Map<String, String> settings) throws IOException {
        this.folder = folder;
        this.backends = backends;
        this.ingest = ServiceProcess.start("ingest", backends, folder, settings);
        this.storage = ServiceProcess.start("storage", backends, folder, settings);
        this.worker = startWorker(settings);
    }

    /** Starts everything, with its files in a folder. Ready when it returns. */
    static Deployment start(Path folder) throws IOException, InterruptedException {
        return start(folder, Map.of());
    }

    /** The same with settings for all services. */
    static Deployment start(Path folder, Map<String, String> settings) throws IOException, InterruptedException {
        Deployment deployment = new Deployment(folder, EmbeddedBackends.start(folder.resolve("backends")), settings);
        try {
            for (ServiceProcess service : List.of(deployment.ingest, deployment.storage, deployment.worker)) {
                Patience.await(service.name() + " ready", service::isReady);
            }
            return deployment;
        } catch (InterruptedException | RuntimeException | Error failure) {
            deployment.close();
            throw failure;
        }
    }

    EmbeddedBackends backends() {
        return backends;
    }

    ServiceProcess ingest() {
        return ingest;
    }

    ServiceProcess storage() {
        return storage;
    }

    ServiceProcess worker() {
        return worker;
    }

    /** Where the worker keeps its crash journal. */
    Path journal() {
        return folder.resolve("journal");
    }

    /** Starts another worker when the present one has ended. */
    void replaceWorker() throws IOException {
        replaceWorker(Map.of());
    }

    /** Ends the worker, if it still runs, and starts another with settings of its own. */
    void replaceWorker(Map<String, String> settings) throws IOException {
        worker.close();
        worker = startWorker(settings);
    }

    private ServiceProcess startWorker(Map<String, String> settings) throws IOException {
        Map<String, String> all = new HashMap<>(settings);
        all.put("imagemill.transform.journal", journal().toString());
        return ServiceProcess.start("transform", backends, folder, all);
    }

    @Override
    public void close() {
        List.of(ingest, storage, worker).forEach(ServiceProcess::close);
        backends.close();
    }
}
