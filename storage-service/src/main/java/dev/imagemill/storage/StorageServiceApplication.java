package dev.imagemill.storage;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Runs the storage service by itself. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(StorageConfiguration.class)
public class StorageServiceApplication {
    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(StorageServiceApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "storage-service,application"));
        application.run(args);
    }
}
