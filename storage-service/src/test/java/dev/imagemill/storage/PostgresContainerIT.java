package dev.imagemill.storage;

import dev.imagemill.storage.TestInstallation.Postgres;
import org.junit.jupiter.api.Nested;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Migration, registration and jobs on Postgres as its project packs it, where Docker is present: the image that the system
 * property {@code imagemill.test.postgres-image} names.
 */
@Testcontainers(disabledWithoutDocker = true)
class PostgresContainerIT {
    private static final String IMAGE = System.getProperty("imagemill.test.postgres-image", "postgres:18");

    @Container
    private static final PostgreSQLContainer POSTGRES =
            new PostgreSQLContainer(DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("postgres"));

    @Nested
    class Registration extends RegistrationIT {
        @Override
        TestInstallation install() {
            return onContainer("registration");
        }
    }

    @Nested
    class Jobs extends JobIT {
        @Override
        TestInstallation install() {
            return onContainer("job");
        }
    }

    private static TestInstallation onContainer(String name) {
        return new TestInstallation(
                name, new Postgres(POSTGRES.getJdbcUrl(), POSTGRES.getUsername(), POSTGRES.getPassword()));
    }
}
