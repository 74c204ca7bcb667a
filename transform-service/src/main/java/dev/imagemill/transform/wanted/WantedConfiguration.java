package dev.imagemill.transform.wanted;

import dev.imagemill.platform.blobstore.BlobStore;
import dev.imagemill.transform.bench.TransformProperties;
import dev.imagemill.transform.catalogue.ImageBlobs;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what reads wishes. */
@Configuration(proxyBeanMethods = false)
class WantedConfiguration {
    @Bean
    PipelineReader transformPipelineReader(TransformProperties properties, BlobStore blobs, ImageBlobs images) {
        return new PipelineReader(
                new PublishedPresets(blobs, InstantSource.system(), properties.presetCache()),
                image -> images.current(image).sha256());
    }
}
