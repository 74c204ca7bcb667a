package dev.imagemill.transform.catalogue;

import java.time.InstantSource;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what asks the catalogue. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CatalogueProperties.class)
class CatalogueConfiguration {
    @Bean
    CatalogueClient transformCatalogueClient(
            CatalogueProperties properties, ObjectProvider<CatalogueAddress> composed) {
        CatalogueAddress told = () -> Optional.ofNullable(properties.url());
        return new CatalogueClient(
                properties.url() == null ? composed.getIfAvailable(() -> told) : told, properties.timeout());
    }

    @Bean
    ImageBlobs transformImageBlobs(CatalogueProperties properties, CatalogueClient client) {
        return new ImageBlobs(client, properties, InstantSource.system());
    }
}
