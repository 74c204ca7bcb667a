package dev.imagemill.transform.render;

import dev.imagemill.transform.admission.Admission;
import dev.imagemill.transform.catalogue.ImageBlobs;
import dev.imagemill.transform.rendition.Renditions;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the door together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RenderProperties.class)
class RenderConfiguration {
    @Bean
    Signatures transformSignatures(RenderProperties properties) {
        return new Signatures(properties.keys());
    }

    @Bean
    Caching transformCaching(RenderProperties properties) {
        return new Caching(properties.maxAge(), InstantSource.system());
    }

    @Bean
    Renders transformRenders(ImageBlobs images, Renditions renditions, Admission admission) {
        return new Renders(images, renditions, admission);
    }
}
