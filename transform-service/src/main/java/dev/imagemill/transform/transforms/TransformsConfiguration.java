package dev.imagemill.transform.transforms;

import dev.imagemill.platform.body.TempSpace;
import dev.imagemill.platform.configuration.UnusableSetting;
import dev.imagemill.transform.admission.Admission;
import dev.imagemill.transform.bench.Bench;
import dev.imagemill.transform.wanted.PipelineReader;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the door together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TransformsProperties.class)
class TransformsConfiguration {
    @Bean(destroyMethod = "close")
    TempSpace transformTempSpace(TransformsProperties properties) {
        return UnusableSetting.inUse(
                "imagemill.transform.requests.temp-dir",
                properties.tempRoot(),
                () -> TempSpace.open(
                        properties.tempRoot(), properties.tempSpace().toBytes()));
    }

    @Bean
    ImageReceiver transformImageReceiver(TransformsProperties properties, TempSpace transformTempSpace) {
        return new ImageReceiver(properties, transformTempSpace);
    }

    @Bean
    Transforms transformTransforms(
            TransformsProperties properties, Bench bench, Admission admission, PipelineReader pipelines) {
        return new Transforms(bench, admission, pipelines, properties.maxPipelines());
    }
}
