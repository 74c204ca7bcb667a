package dev.imagemill.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventJsonTest {
    @ParameterizedTest
    @MethodSource("dev.imagemill.contract.event.Examples#all")
    void readsWhatItWrites(EventData data) {
        CloudEvent<?> event = Examples.event(data);

        assertThat(EventJson.read(EventJson.headers(event), EventJson.write(data)))
                .isEqualTo(event);
    }
}
