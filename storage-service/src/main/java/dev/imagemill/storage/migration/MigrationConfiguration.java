package dev.imagemill.storage.migration;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Does at the start what the settings say. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MigrationProperties.class)
class MigrationConfiguration {
    @Bean
    FlywayMigrationStrategy catalogueMigration(MigrationProperties properties) {
        return switch (properties.migrations()) {
            case APPLY -> Flyway::migrate;
            case CHECK -> MigrationConfiguration::check;
        };
    }

    private static void check(Flyway flyway) {
        try {
            flyway.validate();
        } catch (FlywayValidateException e) {
            throw new IllegalStateException(
                    "the catalogue's tables are not those of this version; run the service once with the argument \""
                            + MigrateCommand.ARGUMENT + "\": " + e.getMessage(),
                    e);
        }
    }
}
