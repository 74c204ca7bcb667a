package dev.imagemill.storage.preset;

import dev.imagemill.contract.event.EventJson;
import dev.imagemill.contract.pipeline.Preset;
import dev.imagemill.contract.store.ObjectKeys;
import dev.imagemill.platform.blobstore.BlobStore;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Puts the current revision of presets where services find it that do not ask the catalogue. */
@Component
class PresetPublisher {
    private final PresetCatalogue catalogue;
    private final BlobStore blobs;
    private final TransactionOperations transaction;

    PresetPublisher(PresetCatalogue catalogue, BlobStore blobs, TransactionOperations transaction) {
        this.catalogue = catalogue;
        this.blobs = blobs;
        this.transaction = transaction;
    }

    void publish(String name) {
        transaction.executeWithoutResult(status -> {
            catalogue.lock(name);
            catalogue.find(name).ifPresent(this::put);
        });
    }

    private void put(Preset preset) {
        byte[] json = EventJson.mapper().writeValueAsBytes(preset);
        blobs.put(ObjectKeys.preset(preset.name()), json, "application/json", Map.of());
    }
}
