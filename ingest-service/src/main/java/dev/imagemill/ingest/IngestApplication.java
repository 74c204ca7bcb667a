package dev.imagemill.ingest;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** Runs the ingest service in a process of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(IngestConfiguration.class)
public class IngestApplication {
    /** Where settings come from: an operator's {@code application.yaml} overrides {@code ingest-service.yaml}. */
    static final String CONFIGURATION = "spring.config.name=ingest-service,application";

    /** Starts the service. */
    public static void main(String[] arguments) {
        new SpringApplicationBuilder(IngestApplication.class)
                .properties(CONFIGURATION)
                .run(arguments);
    }
}
