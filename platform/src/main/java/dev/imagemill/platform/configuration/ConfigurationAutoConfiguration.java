package dev.imagemill.platform.configuration;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Looks at the settings that a service was given. */
@AutoConfiguration
public final class ConfigurationAutoConfiguration {
    @Bean
    static UnknownSettings imagemillUnknownSettings(Environment environment) {
        return new UnknownSettings(environment);
    }
}
