package dev.imagemill.storage;

import dev.imagemill.storage.migration.MigrateCommand;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Runs the storage service by itself, or with the argument {@code migrate} only the migrations of its tables. */
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
        SpringApplication application = new SpringApplication(StorageServiceApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", CONFIGURATION));
        application.run(args);
    }
}
