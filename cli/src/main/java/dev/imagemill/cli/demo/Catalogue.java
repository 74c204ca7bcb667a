package dev.imagemill.cli.demo;

import dev.imagemill.cli.client.ImagemillClient;
import dev.imagemill.cli.client.RefusedRequest;
import dev.imagemill.cli.client.UploadedImage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Waits for the catalogue: an upload is acknowledged as soon as it is safe, and listed a moment later. */
record Catalogue(ImagemillClient client) {
    private static final Duration PACE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Returns when all the images can be found. */
    void awaitRegistered(List<UploadedImage> images) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        for (UploadedImage image : images) {
            while (!isRegistered(image)) {
                if (Instant.now().isAfter(deadline)) {
                    throw new IllegalStateException(
                            "image " + image.id() + " is not in the catalogue after " + PATIENCE.toSeconds() + " s");
                }
                Thread.sleep(PACE);
            }
        }
    }

    private boolean isRegistered(UploadedImage image) {
        try {
            client.image(image.id());
            return true;
        } catch (RefusedRequest refused) {
            if (refused.problem().status() == 404) {
                return false;
            }
            throw refused;
        }
    }
}
