package dev.imagemill.transform.admission;

import dev.imagemill.transform.bench.TransformProperties;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the one admission of the process together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AdmissionProperties.class)
class AdmissionConfiguration {
    @Bean
    Admission transformAdmission(
            AdmissionProperties properties, TransformProperties transform, MeterRegistry registry) {
        int places = properties.placesFor(transform.computeThreads());
        return new Admission(places, properties.line(), properties.maxWait(), registry);
    }
}
