package dev.imagemill.ingest.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.contract.store.ObjectKeys;
import dev.imagemill.platform.blobstore.InMemoryBlobStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedPresetsTest {
    private final InMemoryBlobStore store = new InMemoryBlobStore();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final PublishedPresets presets = new PublishedPresets(store, () -> now, Duration.ofSeconds(2));

    @Test
    void knowsAPresetAsSoonAsItIsPublished() {
        assertUnknown("thumbnails");
        publish("thumbnails");

        assertThatCode(() -> presets.require("thumbnails")).doesNotThrowAnyException();
    }

    @Test
    void looksAgainWhenTheCacheTimeIsOver() {
        publish("thumbnails");
        presets.require("thumbnails");
        store.delete(ObjectKeys.preset("thumbnails"));

        assertThatCode(() -> presets.require("thumbnails")).doesNotThrowAnyException();
        now = now.plusSeconds(2);
        assertUnknown("thumbnails");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../idempotency/x", "Thumbnails", " ", "a\nb"})
    void knowsNoPresetOfAnImpossibleNameWithoutLooking(String name) {
        store.setAvailable(false);

        assertUnknown(name);
    }

    private void publish(String name) {
        store.put(ObjectKeys.preset(name), new byte[1], "application/json", Map.of());
    }

    private void assertUnknown(String name) {
        assertThatThrownBy(() -> presets.require(name))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type()).isEqualTo(ProblemType.UNKNOWN_PRESET));
    }
}
