package dev.imagemill.transform.worker;

import dev.imagemill.embedded.KafkaBroker;
import dev.imagemill.embedded.S3Server;
import java.nio.file.Path;

/** What the service must be told to run over embedded servers. */
final class ServiceArguments {
    private ServiceArguments() {}

    static String[] of(KafkaBroker kafka, S3Server s3, Path journal, String configuration) {
        return new String[] {
            "--spring.config.name=" + configuration,
            "--server.port=0",
            "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
            "--imagemill.s3.endpoint=" + s3.endpoint(),
            "--imagemill.s3.region=" + s3.region(),
            "--imagemill.s3.access-key=" + s3.accessKey(),
            "--imagemill.s3.secret-key=" + s3.secretKey(),
            "--imagemill.transform.journal=" + journal
        };
    }
}
