package dev.imagemill.contract.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Uuid7Test {
    private static final Instant NOW = Instant.parse("2026-11-20T09:15:30.250Z");

    @Test
    void carriesVersionVariantAndTime() {
        UUID id = new Uuid7(Clock.fixed(NOW, ZoneOffset.UTC), new Random(1)).generate();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(Uuid7.time(id)).isEqualTo(NOW);
    }

    @Test
    void keepsItsOrderWhenTheClockStandsStillOrStepsBack() {
        Steps clock = new Steps();
        Uuid7 generator = new Uuid7(clock, new Random(1));
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            clock.now = i < 10_000 ? NOW : NOW.minusSeconds(60);
            ids.add(generator.generate().toString());
        }

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void givesEveryThreadItsOwnIds() {
        ConcurrentLinkedQueue<UUID> ids = new ConcurrentLinkedQueue<>();
        IntStream.range(0, 20_000).parallel().forEach(i -> ids.add(Uuid7.next()));

        assertThat(ids).doesNotHaveDuplicates().hasSize(20_000);
    }

    @Test
    void tellsNoTimeOfOtherVersions() {
        assertThatIllegalArgumentException().isThrownBy(() -> Uuid7.time(UUID.randomUUID()));
    }

    private static final class Steps extends Clock {
        private Instant now = NOW;

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
