package dev.imagemill.benchmark.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ThumbnailPeerTest {
    @Test
    void addsUsersAndSystemsSecondsOfTheLastLine() {
        assertThat(ThumbnailPeer.seconds("a warning\n0.250 0.125\n")).isEqualTo(0.375, within(1e-9));
    }
}
