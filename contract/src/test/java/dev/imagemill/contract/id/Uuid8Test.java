package dev.imagemill.contract.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class Uuid8Test {
    @Test
    void followsFromItsParts() {
        assertThat(Uuid8.of("key", "0")).isEqualTo(UUID.fromString("c8fd7345-8416-8b3b-819e-aee65b5ee753"));
    }

    @Test
    void carriesVersionAndVariant() {
        assertThat(Uuid8.of("a").version()).isEqualTo(8);
        assertThat(Uuid8.of("a").variant()).isEqualTo(2);
    }

    @Test
    void keepsPartsApart() {
        assertThat(Uuid8.of("ab", "c")).isNotEqualTo(Uuid8.of("a", "bc")).isNotEqualTo(Uuid8.of("abc"));
    }
}
