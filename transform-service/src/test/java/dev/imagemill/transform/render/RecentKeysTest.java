package dev.imagemill.transform.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentKeysTest {
    private final RecentKeys keys = new RecentKeys();

    @Test
    void remembersWhatWasMadeLastAndForgetsTheEldest() {
        for (int i = 0; i < 5000; i++) {
            keys.add("key " + i);
        }
        assertThat(keys.contains("key 4999")).isTrue();
        assertThat(keys.contains("key 1000")).isTrue();
        assertThat(keys.contains("key 0")).isFalse();
        assertThat(keys.contains("another")).isFalse();
    }
}
