package dev.imagemill.ingest.receive;

import dev.imagemill.ingest.settings.IngestProperties;
import dev.imagemill.platform.body.TempSpace;
import dev.imagemill.platform.configuration.UnusableSetting;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the {@link Receiver}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IngestProperties.class)
public class ReceiveConfiguration {
    @Bean(destroyMethod = "close")
    TempSpace ingestTempSpace(IngestProperties settings) {
        return UnusableSetting.inUse(
                "imagemill.ingest.temp-dir",
                settings.tempRoot(),
                () -> TempSpace.open(settings.tempRoot(), settings.tempSpace().toBytes()));
    }

    @Bean
    Receiver ingestReceiver(IngestProperties settings, TempSpace ingestTempSpace) {
        return new Receiver(settings, ingestTempSpace);
    }

    /** A client that asks first is told to go on only when its body is wanted, so a refusal reaches it before it has sent anything. */
    @Bean
    TomcatConnectorCustomizer ingestContinueOnRead() {
        return connector -> {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
            }
        };
    }
}
