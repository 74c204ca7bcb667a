package dev.imagemill.platform.blobstore;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class InMemoryBlobStoreTest extends BlobStoreContract {
    private final InMemoryBlobStore store = new InMemoryBlobStore();

    @Override
    BlobStore store() {
        return store;
    }

    @Test
    void isUnavailableWhenTold() {
        store.setAvailable(false);

        assertThatThrownBy(() -> store.get("a")).isInstanceOf(BlobStoreUnavailable.class);
        assertThatThrownBy(() -> store.put("a", bytes("b"), "text/plain", Map.of()))
                .isInstanceOf(BlobStoreUnavailable.class);
    }
}
