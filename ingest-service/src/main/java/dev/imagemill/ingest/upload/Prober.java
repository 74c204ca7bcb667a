package dev.imagemill.ingest.upload;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.ImageInfo;
import dev.imagemill.codec.Limits;
import dev.imagemill.ingest.settings.IngestProperties;
import dev.imagemill.platform.body.Content;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads image headers on a few platform threads. A native call holds the thread under a virtual one, so headers read there would
 * keep every other request from running; the pool also bounds how many are read at a time.
 */
final class Prober implements AutoCloseable {
    private final Limits limits;
    private final ExecutorService threads;

    /** Fails if libvips cannot be loaded, so that a service that could take nothing does not start. */
    Prober(IngestProperties settings) {
        Codec.ensureLoaded();
        this.limits = new Limits(
                settings.maxFileBytes().toBytes(), settings.maxSide(), settings.maxPixels(), settings.maxPages());
        this.threads = Executors.newFixedThreadPool(
                settings.probeThreadCount(),
                Thread.ofPlatform().name("probe-", 1).daemon().factory());
    }

    /** What the header says; throws {@link dev.imagemill.codec.CodecException} if it is none to be taken. */
    ImageInfo probe(Content content) {
        Future<ImageInfo> info = threads.submit(() -> switch (content) {
            case Content.InMemory memory -> Codec.probe(memory.data(), limits);
            case Content.InFile file -> Codec.probe(file.path(), limits);
        });
        try {
            return info.get();
        } catch (ExecutionException e) {
            throw Failures.unchecked(e);
        } catch (InterruptedException e) {
            throw Failures.stopping();
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
