package dev.imagemill.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imagemill.storage.migration.MigrateCommand;
import dev.imagemill.storage.verification.VerifyCommand;
import java.io.PrintWriter;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * Runs the storage service by itself; with the argument {@code migrate} only the migrations of its tables, and with {@code verify} only
 * the comparison of Postgres and the bucket.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(StorageConfiguration.class)
public class StorageServiceApplication {
    private static final String CONFIGURATION = "storage-service,application";

    public static void main(String[] args) {
        if (MigrateCommand.isAskedFor(args)) {
            MigrateCommand.run(CONFIGURATION, args);
            return;
        }
        if (VerifyCommand.isAskedFor(args)) {
            System.exit(VerifyCommand.run(
                    CONFIGURATION,
                    new PrintWriter(System.out, false, UTF_8),
                    new PrintWriter(System.err, false, UTF_8),
                    args));
        }
        SpringApplication application = new SpringApplication(StorageServiceApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", CONFIGURATION));
        application.run(args);
    }
}
