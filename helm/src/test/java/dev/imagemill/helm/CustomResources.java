package dev.imagemill.helm;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Objects of operators, for which there are no models: held against schemas of the fields that the chart uses, and no others. */
final class CustomResources {
    private static final Path FOLDER = Path.of("src/test/resources/crd");
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final Map<String, String> SCHEMAS = Map.of(
            "kafka.strimzi.io/v1/KafkaTopic", "kafkatopic.json",
            "kafka.strimzi.io/v1/KafkaUser", "kafkauser.json",
            "keda.sh/v1alpha1/ScaledObject", "scaledobject.json",
            "postgresql.cnpg.io/v1/Cluster", "cnpg-cluster.json",
            "monitoring.coreos.com/v1/ServiceMonitor", "servicemonitor.json",
            "monitoring.coreos.com/v1/PrometheusRule", "prometheusrule.json");

    private CustomResources() {}

    static boolean areKnown(String type) {
        return SCHEMAS.containsKey(type);
    }

    static List<String> problems(Manifest manifest) {
        String file = SCHEMAS.get(manifest.apiVersion() + "/" + manifest.kind());
        if (file == null) {
            return List.of("nobody knows " + manifest.apiVersion() + "/" + manifest.kind());
        }
        try {
            Schema schema = REGISTRY.getSchema(Files.readString(FOLDER.resolve(file)));
            return schema.validate(manifest.json().toString(), InputFormat.JSON).stream()
                    .map(Error::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
