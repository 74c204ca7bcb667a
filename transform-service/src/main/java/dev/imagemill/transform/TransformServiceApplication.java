package dev.imagemill.transform;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Runs the transform service by itself. Its settings are in {@code transform-service.yaml}; {@code application.yaml} overrides. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(TransformConfiguration.class)
public class TransformServiceApplication {
    public static void main(String[] arguments) {
        // The later name wins, so an operator's application.yaml is above the service's own settings.
        System.setProperty("spring.config.name", "transform-service,application");
        SpringApplication.run(TransformServiceApplication.class, arguments);
    }
}
