package dev.imagemill.transform.rendition;

import dev.imagemill.platform.blobstore.BlobStore;
import dev.imagemill.transform.bench.Bench;
import dev.imagemill.transform.bench.MarkFiles;
import dev.imagemill.transform.bench.ProfileFiles;
import dev.imagemill.transform.bench.Stages;
import dev.imagemill.transform.bench.TransformProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what makes and keeps renditions. */
@Configuration(proxyBeanMethods = false)
class RenditionConfiguration {
    @Bean
    RenditionStore transformRenditionStore(TransformProperties properties, BlobStore blobs, Stages stages) {
        return new RenditionStore(blobs, new Patience(properties.attempts(), properties.retryDelay()), stages);
    }

    @Bean
    MarkFiles transformMarkFiles(RenditionStore store) {
        return store::fetchMark;
    }

    @Bean
    ProfileFiles transformProfileFiles(RenditionStore store) {
        return store::fetchProfile;
    }

    @Bean
    Renditions transformRenditions(RenditionStore store, Bench bench) {
        return new Renditions(store, bench);
    }

    @Bean
    SourceWorker transformSourceWorker(RenditionStore store, Bench bench) {
        return new SourceWorker(store, bench);
    }
}
