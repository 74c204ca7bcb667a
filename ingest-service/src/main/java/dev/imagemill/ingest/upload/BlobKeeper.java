package dev.imagemill.ingest.upload;

import dev.imagemill.contract.store.ObjectKeys;
import dev.imagemill.platform.blobstore.BlobStore;
import dev.imagemill.platform.body.Content;
import dev.imagemill.platform.trace.Carried;
import dev.imagemill.platform.trace.Traces;
import dev.imagemill.platform.trace.Work;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Puts the bytes of images into the blob store, each content once however often it comes. */
final class BlobKeeper {
    private final BlobStore store;
    private final int parallelism;
    private final Traces traces;

    BlobKeeper(BlobStore store, int parallelism, Traces traces) {
        this.store = store;
        this.parallelism = parallelism;
        this.traces = traces;
    }

    /** Stores every image's bytes and tells for each digest whether they were there before. */
    Map<String, Boolean> keep(List<Inspected.Sound> images) {
        Map<String, Inspected.Sound> distinct = new LinkedHashMap<>();
        images.forEach(image -> distinct.putIfAbsent(image.content().sha256(), image));
        try (ExecutorService threads = Executors.newFixedThreadPool(
                Math.min(parallelism, distinct.size()), Thread.ofVirtual().factory())) {
            Map<String, Future<Boolean>> puts = new LinkedHashMap<>();
            Carried carried = Carried.along();
            distinct.forEach((sha256, image) -> puts.put(sha256, threads.submit(carried.to(() -> keep(image)))));
            return results(puts, threads);
        }
    }

    private static Map<String, Boolean> results(Map<String, Future<Boolean>> puts, ExecutorService threads) {
        Map<String, Boolean> results = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, Future<Boolean>> put : puts.entrySet()) {
                results.put(put.getKey(), put.getValue().get());
            }
            return results;
        } catch (ExecutionException e) {
            threads.shutdownNow();
            throw Failures.unchecked(e);
        } catch (InterruptedException e) {
            threads.shutdownNow();
            throw Failures.stopping();
        }
    }

    private boolean keep(Inspected.Sound image) {
        try (Work work = traces.begin("store blob")) {
            boolean wasThere = wasThere(image);
            work.tag("imagemill.blob.sha256", image.content().sha256())
                    .tag("imagemill.blob.bytes", image.content().bytes())
                    .tag("imagemill.duplicate", wasThere);
            return wasThere;
        }
    }

    private boolean wasThere(Inspected.Sound image) {
        String key = ObjectKeys.blob(image.content().sha256());
        if (store.exists(key)) {
            return true;
        }
        String mediaType = image.info().format().mediaType();
        switch (image.content()) {
            case Content.InMemory memory -> store.put(key, memory.data(), mediaType, Map.of());
            case Content.InFile file -> store.put(key, file.path(), mediaType, Map.of());
        }
        return false;
    }
}
