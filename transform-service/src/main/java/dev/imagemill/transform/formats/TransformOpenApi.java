package dev.imagemill.transform.formats;

import org.springdoc.core.models.GroupedOpenApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service's part of the API description. */
@Configuration(proxyBeanMethods = false)
class TransformOpenApi {
    @Bean
    GroupedOpenApi transformApi() {
        return GroupedOpenApi.builder()
                .group("transform")
                .displayName("Imagemill: transform")
                .packagesToScan("dev.imagemill.transform")
                .build();
    }
}
