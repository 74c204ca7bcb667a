package dev.imagemill.platform.blobstore;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Gives a service its blob store. Nothing is asked of the server at the start, so that a service starts without it. */
@AutoConfiguration
@EnableConfigurationProperties(S3Properties.class)
public final class BlobStoreAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    BlobStore blobStore(S3Properties properties) {
        return new S3BlobStore(properties);
    }

    @Bean
    @ConditionalOnMissingBean(name = "blobStoreHealthIndicator")
    BlobStoreHealth blobStoreHealthIndicator(BlobStore store) {
        return new BlobStoreHealth(store);
    }
}
