package dev.imagemill.benchmark.worker;

import dev.imagemill.benchmark.deployment.Deployment;
import dev.imagemill.benchmark.deployment.Service;
import dev.imagemill.benchmark.photograph.DistinctCopy;
import dev.imagemill.benchmark.photograph.Photographs;
import dev.imagemill.cli.client.ImagemillClient;
import dev.imagemill.cli.client.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fills a catalogue with images none of which is the same as another. */
final class Catalogue {
    private static final int BATCH = 64;
    private static final int PAGE = 1000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Catalogue() {}

    /** Uploads so many, and waits until the catalogue has them all. */
    static void fill(Deployment deployment, Service storage, int images) throws IOException, InterruptedException {
        List<byte[]> photographs = new ArrayList<>();
        for (Path photograph : Photographs.everyday()) {
            photographs.add(Files.readAllBytes(photograph));
        }
        Path folder = Files.createDirectory(deployment.folder().resolve("uploads"));
        try (Service ingest = deployment.service("ingest", Map.of())) {
            for (int from = 0; from < images; from += BATCH) {
                List<Path> files = new ArrayList<>();
                for (int i = from; i < Math.min(images, from + BATCH); i++) {
                    byte[] copy = DistinctCopy.of(photographs.get(i % photographs.size()), "image " + i);
                    files.add(Files.write(folder.resolve("image-" + i), copy));
                }
                Deployment.upload(ingest, files);
                for (Path file : files) {
                    Files.delete(file);
                }
            }
        }
        awaitAll(storage, images);
    }

    private static void awaitAll(Service storage, int images) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (ImagemillClient client = new ImagemillClient(storage.address())) {
            while (count(client) < images) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("the catalogue has " + count(client) + " images of " + images);
                }
                Thread.sleep(1000);
            }
        }
    }

    private static int count(ImagemillClient client) {
        int count = 0;
        String cursor = null;
        do {
            Page<?> page = client.images(null, PAGE, cursor);
            count += page.items().size();
            cursor = page.next();
        } while (cursor != null);
        return count;
    }
}
