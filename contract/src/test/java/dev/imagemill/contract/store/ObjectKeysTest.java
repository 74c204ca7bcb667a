package dev.imagemill.contract.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class ObjectKeysTest {
    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Test
    void namesBlobsAndRenditionsByTheirDigests() {
        assertThat(ObjectKeys.blob(Sha256.of(""))).isEqualTo("blobs/" + EMPTY);
        assertThat(ObjectKeys.rendition(EMPTY)).isEqualTo("renditions/" + EMPTY);
    }

    @Test
    void namesRenditionsByWhatTheyAreMadeOf() {
        RenditionKey key = RenditionKey.of(Sha256.of("source"), Sha256.of("pipeline"));

        assertThat(key.digest()).isEqualTo("91f9fa848a025bf321865fc2f5b2bb4db0e4f4e2504600e116e74668c2607b91");
    }

    @Test
    void hidesIdempotencyKeys() {
        assertThat(ObjectKeys.idempotency("k1"))
                .isEqualTo("idempotency/6ab9f1eb8f7d3388f4f9d586f66e99fd54080df2c446f0e58668b09c08a16dd0.json");
    }

    @Test
    void refusesWhatIsNoDigest() {
        assertThatIllegalArgumentException().isThrownBy(() -> ObjectKeys.blob("../secrets"));
        assertThatIllegalArgumentException().isThrownBy(() -> ObjectKeys.rendition(EMPTY.toUpperCase(Locale.ROOT)));
        assertThatIllegalArgumentException().isThrownBy(() -> ObjectKeys.preset("../../x"));
    }
}
