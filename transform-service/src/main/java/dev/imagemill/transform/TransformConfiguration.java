package dev.imagemill.transform;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Everything the transform service consists of, to be imported by its own application or by one that composes services. */
@Configuration(proxyBeanMethods = false)
@ComponentScan({
    "dev.imagemill.transform.bench",
    "dev.imagemill.transform.rendition",
    "dev.imagemill.transform.worker",
    "dev.imagemill.transform.formats",
    "dev.imagemill.transform.wanted",
    "dev.imagemill.transform.admission",
    "dev.imagemill.transform.transforms",
    "dev.imagemill.transform.catalogue",
    "dev.imagemill.transform.render"
})
public class TransformConfiguration {}
