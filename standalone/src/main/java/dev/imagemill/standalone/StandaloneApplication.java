package dev.imagemill.standalone;

import dev.imagemill.ingest.IngestConfiguration;
import dev.imagemill.storage.StorageConfiguration;
import dev.imagemill.transform.TransformConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The three services in one context. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({IngestConfiguration.class, TransformConfiguration.class, StorageConfiguration.class, OwnAddress.class})
class StandaloneApplication {}
