package dev.imagemill.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Migrations ahead of the service: by a process of their own, and by nobody. */
class MigrationIT {
    private static final String CHECK_ONLY = "imagemill.storage.migrations=check";

    @Test
    void startsOnTablesThatAnotherProcessBroughtUpToDate() {
        TestInstallation installation = new TestInstallation("migrated");

        StorageServiceApplication.main(installation.migrateArguments());

        assertThat(installation.number("SELECT count(*) FROM flyway_schema_history WHERE success"))
                .isPositive();
        try (StorageNode node = installation.start(CHECK_ONLY)) {
            assertThat(node.get("/v1/images").status()).isEqualTo(200);
        }
    }

    @Test
    void migratesWhatIsMigratedWithoutAnotherEffect() {
        TestInstallation installation = new TestInstallation("twice");
        StorageServiceApplication.main(installation.migrateArguments());
        long applied = installation.number("SELECT count(*) FROM flyway_schema_history");

        StorageServiceApplication.main(installation.migrateArguments());

        assertThat(installation.number("SELECT count(*) FROM flyway_schema_history"))
                .isEqualTo(applied);
    }

    @Test
    void refusesToStartOnTablesThatAreBehind() {
        TestInstallation installation = new TestInstallation("behind");

        assertThatThrownBy(() -> installation.start(CHECK_ONLY))
                .hasRootCauseInstanceOf(org.flywaydb.core.api.exception.FlywayValidateException.class)
                .hasStackTraceContaining("run the service once with the argument \"migrate\"");
        assertThat(installation.number("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                .isZero();
    }
}
