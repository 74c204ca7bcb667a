package dev.imagemill.ingest;

import dev.imagemill.ingest.receive.ReceiveConfiguration;
import dev.imagemill.ingest.upload.UploadConfiguration;
import io.swagger.v3.oas.models.info.Info;
import org.springdoc.core.models.GroupedOpenApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The whole ingest service, for a context of its own or one that it shares; its settings are in {@code ingest-service.yaml}. */
@Configuration(proxyBeanMethods = false)
@Import({ReceiveConfiguration.class, UploadConfiguration.class})
public class IngestConfiguration {
    @Bean
    GroupedOpenApi ingestOpenApi() {
        return GroupedOpenApi.builder()
                .group("ingest")
                .pathsToMatch("/v1/uploads")
                .addOpenApiCustomizer(api -> api.info(new Info()
                        .title("Imagemill: uploads")
                        .version("1")
                        .description("Images in: acknowledged when they can no longer be lost.")))
                .build();
    }
}
