package dev.imagemill.storage.migration;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a starting service does about the catalogue's tables.
 *
 * @param migrations bring them up to date, or only look whether they are
 */
@Validated
@ConfigurationProperties("imagemill.storage")
record MigrationProperties(@NotNull @DefaultValue("APPLY") AtStart migrations) {
    /** What happens at the start. */
    enum AtStart {
        /** Missing migrations are applied; of several services that start, one does it and the others wait. */
        APPLY,
        /** The service does not start where a migration is missing. It starts on tables that are ahead of it. */
        CHECK
    }
}
