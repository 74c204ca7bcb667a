package dev.imagemill.storage.preset;

import dev.imagemill.storage.loop.Loop;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Drives the seeding, which has to wait while object storage is away. */
@Configuration(proxyBeanMethods = false)
class PresetLoop {
    private static final Duration POLL = Duration.ofMinutes(1);

    @Bean
    Loop storagePresetSeed(PresetSeed seed) {
        return new Loop("storage-presets", POLL, seed::run);
    }
}
