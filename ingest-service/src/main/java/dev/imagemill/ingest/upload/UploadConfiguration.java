package dev.imagemill.ingest.upload;

import dev.imagemill.ingest.settings.IngestProperties;
import dev.imagemill.platform.blobstore.BlobStore;
import dev.imagemill.platform.eventbus.EventBus;
import dev.imagemill.platform.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Wires {@code POST /v1/uploads}. */
@Configuration(proxyBeanMethods = false)
@Import(UploadController.class)
public class UploadConfiguration {
    @Bean(destroyMethod = "close")
    Prober ingestProber(IngestProperties settings) {
        return new Prober(settings);
    }

    @Bean
    Uploads ingestUploads(
            IngestProperties settings,
            Prober ingestProber,
            BlobStore store,
            EventBus events,
            JsonMapper json,
            MeterRegistry registry,
            Traces traces) {
        InstantSource clock = InstantSource.system();
        return new Uploads(
                new WishReader(new PublishedPresets(store, clock, settings.presetCache())),
                new Inspector(ingestProber),
                new IdempotentAnswers(store, json),
                new BlobKeeper(store, settings.storeParallelism(), traces),
                new Announcer(events, clock),
                new UploadMeters(registry));
    }
}
