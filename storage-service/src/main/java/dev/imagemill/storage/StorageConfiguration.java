package dev.imagemill.storage;

import dev.imagemill.storage.database.DatabaseProperties;
import dev.imagemill.storage.job.JobProperties;
import dev.imagemill.storage.ledger.LedgerProperties;
import org.springdoc.core.models.GroupedOpenApi;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Everything of the storage service, to be imported by whatever runs it; its settings are in {@code storage-service.yaml}. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters =
                @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = StorageServiceApplication.class))
@EnableConfigurationProperties({DatabaseProperties.class, LedgerProperties.class, JobProperties.class})
public class StorageConfiguration {
    @Bean
    GroupedOpenApi storageOpenApi() {
        return GroupedOpenApi.builder()
                .group("storage")
                .packagesToScan(StorageConfiguration.class.getPackageName())
                .build();
    }
}
