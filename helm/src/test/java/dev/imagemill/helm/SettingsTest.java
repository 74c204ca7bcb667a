package dev.imagemill.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.imagemill.helm.Matrix.Case;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the chart tells the services is something that they listen to. */
class SettingsTest {
    /** Read by the JVM and by allocators. */
    private static final Set<String> PROCESS = Set.of("JDK_JAVA_OPTIONS", "MALLOC_ARENA_MAX", "MALLOC_CONF");

    /** Given by the matrix as variables of the operator's own. */
    private static final Set<String> EXTRA = Set.of("HTTPS_PROXY", "NODE_NAME", "LOGGING_LEVEL_ROOT");

    /** Settings whose further names are free. */
    private static final List<String> MAPS = List.of("SPRING_KAFKA_PROPERTIES_");

    private static final Set<String> OWN = OwnSettings.environmentVariables();

    @ParameterizedTest
    @MethodSource("dev.imagemill.helm.Matrix#cases")
    void areReadBySomebody(Case values) throws IOException {
        Set<String> springs = springSettings();
        for (Release.Pods pods : values.release().pods()) {
            if (pods.component().startsWith("dev-")) {
                continue;
            }
            for (String name : Environment.of(pods.template().getSpec()).keySet()) {
                boolean known = PROCESS.contains(name)
                        || EXTRA.contains(name)
                        || (name.startsWith("IMAGEMILL_") ? OWN.contains(ofAnyElement(name)) : springs.contains(name))
                        || MAPS.stream().anyMatch(name::startsWith);
                assertThat(known).as("%s of %s is a setting", name, pods.name()).isTrue();
            }
        }
    }

    @Test
    void areFoundInTheRecords() {
        assertThat(OWN)
                .contains(
                        "IMAGEMILL_S3_CALLTIMEOUT",
                        "IMAGEMILL_KAFKA_PARTITIONS_IMAGEEVENTS",
                        "IMAGEMILL_TRANSFORM_LIMITS_MAXPIXELS",
                        "IMAGEMILL_STORAGE_DATABASE_URL",
                        "IMAGEMILL_TRANSFORM_RENDER_KEYS_SECRET",
                        "IMAGEMILL_STORAGE_LEDGER_BULK_WINDOW")
                .hasSizeGreaterThan(50)
                .doesNotContain("IMAGEMILL_TRANSFORM_MILLIS");
    }

    @Test
    void takeASettingByItsNameInTheDocumentation() {
        Release release = Chart.render(
                Values.minimal()
                        .with(
                                "storage: {settings: {imagemill.storage.ledger.bulk.window: \"128\", imagemill.s3.call-timeout: 5s}}"));

        assertThat(Environment.of(release.service("storage").template().getSpec()))
                .containsEntry("IMAGEMILL_STORAGE_LEDGER_BULK_WINDOW", "128")
                .containsEntry("IMAGEMILL_S3_CALLTIMEOUT", "5s");
    }

    @Test
    void sayWhereEverythingIs() {
        Release release = Chart.render(Values.production());

        Map<String, String> storage =
                Environment.of(release.service("storage").template().getSpec());
        assertThat(storage)
                .containsEntry(
                        "IMAGEMILL_STORAGE_DATABASE_URL",
                        "jdbc:postgresql://catalogue-rw.postgres:5432/imagemill?sslmode=require")
                .containsEntry("IMAGEMILL_S3_ENDPOINT", "http://s3.storage:8333")
                .containsEntry("SPRING_KAFKA_BOOTSTRAPSERVERS", "mill-kafka-kafka-bootstrap.kafka:9093")
                .containsEntry("SPRING_KAFKA_SECURITY_PROTOCOL", "SASL_SSL")
                .containsEntry("SPRING_KAFKA_SSL_TRUSTSTORELOCATION", "file:/etc/imagemill/kafka-ca/ca.crt")
                .containsEntry("IMAGEMILL_KAFKA_CREATETOPICS", "false")
                .containsEntry("IMAGEMILL_STORAGE_MIGRATIONS", "check");
        assertThat(Environment.of(release.service("transform").template().getSpec()))
                .doesNotContainKeys("IMAGEMILL_STORAGE_DATABASE_URL", "IMAGEMILL_STORAGE_DATABASE_PASSWORD");
    }

    @Test
    void traceNothingUnlessThereIsACollector() {
        Map<String, String> silent = Environment.of(
                Chart.render(Values.minimal()).service("transform").template().getSpec());
        Map<String, String> traced = Environment.of(Chart.render(
                        Values.minimal()
                                .with(
                                        "telemetry: {traces: {endpoint: \"https://collector/v1/traces\", samplingProbability: 0.25}}"))
                .service("transform")
                .template()
                .getSpec());

        assertThat(silent.keySet()).noneMatch(name -> name.contains("TRACING"));
        assertThat(traced)
                .containsEntry("MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT", "https://collector/v1/traces")
                .containsEntry("MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_TRANSPORT", "http")
                .containsEntry("MANAGEMENT_TRACING_SAMPLING_PROBABILITY", "0.25");
    }

    @Test
    void haveLinesOfLogWrittenAsJsonUnlessTextIsWanted() {
        Release release = Chart.render(Values.minimal());
        Release plain = Chart.render(Values.minimal().with("telemetry: {logFormat: text}"));

        for (String component : List.of("ingest", "storage", "transform")) {
            assertThat(Environment.of(release.service(component).template().getSpec()))
                    .containsEntry("LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs");
            assertThat(Environment.of(plain.service(component).template().getSpec()))
                    .doesNotContainKey("LOGGING_STRUCTURED_FORMAT_CONSOLE");
        }
    }

    /** Lists are given an element at a time, by number. */
    private static String ofAnyElement(String name) {
        return name.replaceAll("_\\d+_", "_");
    }

    private static Set<String> springSettings() throws IOException {
        Set<String> names = new HashSet<>();
        ObjectMapper json = new ObjectMapper();
        Enumeration<URL> files =
                SettingsTest.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json");
        while (files.hasMoreElements()) {
            try (InputStream file = files.nextElement().openStream()) {
                for (JsonNode property : json.readTree(file).path("properties")) {
                    names.add(OwnSettings.variable(property.path("name").asText()));
                }
            }
        }
        return names;
    }
}
