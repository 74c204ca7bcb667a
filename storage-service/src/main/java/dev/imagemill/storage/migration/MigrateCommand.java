package dev.imagemill.storage.migration;

import java.util.Arrays;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;

/** Brings the catalogue's tables up to date and ends. It needs Postgres and nothing else. */
public final class MigrateCommand {
    static final String ARGUMENT = "migrate";

    private MigrateCommand() {}

    /** Whether the service's arguments ask for migrations only. */
    public static boolean isAskedFor(String... arguments) {
        return Arrays.asList(arguments).contains(ARGUMENT);
    }

    /**
     * Migrates; returns when it is done.
     *
     * @param configuration names of the configuration files, as {@code spring.config.name}
     */
    public static void run(String configuration, String... arguments) {
        new SpringApplicationBuilder(DatabaseOnly.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=" + configuration)
                .run(arguments)
                .close();
    }

    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    private static final class DatabaseOnly {}
}
