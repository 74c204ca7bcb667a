package dev.imagemill.platform.process;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Gives a service the metrics of its process. */
@AutoConfiguration
public final class ProcessAutoConfiguration {
    @Bean
    ResidentMemory imagemillResidentMemory() {
        return new ResidentMemory();
    }
}
