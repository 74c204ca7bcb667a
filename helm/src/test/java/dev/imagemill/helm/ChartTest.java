package dev.imagemill.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the chart takes and refuses. */
class ChartTest {
    @Test
    void passesHelmsOwnLint() {
        LintResult result = Chart.lint();

        assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
    }

    @Test
    void saysAllThatIsStillToBeGiven() {
        assertThatThrownBy(() -> Chart.render(Values.none()))
                .hasMessageContaining("image.registry: name the registry")
                .hasMessageContaining("kafka.bootstrapServers: name your Kafka brokers")
                .hasMessageContaining("s3.endpoint: give the address")
                .hasMessageContaining("s3.existingSecret: name the secret")
                .hasMessageContaining("database.host: name your Postgres server")
                .hasMessageContaining("database.existingSecret: name the secret");
    }

    @Test
    void runsImagesOfTheVersionThatIsBuilt() throws IOException {
        String project = Files.readString(Path.of("../pom.xml"));
        Matcher version = Pattern.compile("<artifactId>imagemill-parent</artifactId>\\s*<version>([^<]+)<")
                .matcher(project);
        assertThat(version.find()).isTrue();

        assertThat(Chart.render(Values.minimal())
                        .service("ingest")
                        .template()
                        .getSpec()
                        .getContainers()
                        .getFirst()
                        .getImage())
                .isEqualTo("registry.example.org/pictures/imagemill/ingest-service:" + version.group(1));
    }

    @Test
    void rendersTheSameTwice() {
        assertThat(Chart.render(Values.production())).isEqualTo(Chart.render(Values.production()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {ingest: {replica: 3}}                                           | replica
            {ingests: {replicas: 3}}                                         | ingests
            {ingest: {replicas: many}}                                       | ingest.replicas
            {ingest: {replicas: 0}}                                          | ingest.replicas
            {image: {tag: latest}}                                           | image.tag
            {storage: {image: {digest: abc}}}                                | storage.image.digest
            {podSecurity: {userId: 0}}                                       | podSecurity.userId
            {kafka: {bootstrapServers: "kafka"}}                             | kafka.bootstrapServers
            {kafka: {auth: {type: kerberos}}}                                | kafka.auth.type
            {s3: {endpoint: "s3.example.org"}}                               | s3.endpoint
            {s3: {bucket: Pictures}}                                         | s3.bucket
            {transform: {settings: {"imagemill.transform.threads": 4}}}      | transform.settings
            {transform: {settings: {IMAGEMILL_TRANSFORM_THREADS: "4"}}}      | IMAGEMILL_TRANSFORM_THREADS
            {transform: {keda: {scaleDownStabilizationSeconds: 60}}}         | scaleDownStabilizationSeconds
            {transform: {podDisruptionBudget: {maxUnavailable: 0}}}          | maxUnavailable
            {transform: {resources: {requests: {cpu: 1}}}}                   | memory
            {dev: {s3: {image: "chrislusf/seaweedfs:latest"}}}               | dev.s3.image
            {migrations: {mode: sometimes}}                                  | migrations.mode
            """)
    void refusesByTheSchema(String yaml, String where) {
        Values values = Values.minimal().with(yaml.replace("requests: {cpu: 1}", "requests: {cpu: 1, memory: null}"));

        assertThatThrownBy(() -> Chart.render(values))
                .hasMessageContaining("values don't meet the specifications of the schema")
                .satisfies(refusal -> assertThat(
                                String.valueOf(refusal.getMessage()).replace("/", "."))
                        .contains(where));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {kafka: {auth: {type: sasl}}}                                    | kafka.auth.secrets.transform: name the secret
            {kafka: {auth: {type: tls}}}                                     | kafka.auth.type tls needs kafka.tls.enabled
            {cnpg: {enabled: true}}                                          | leave database.host and database.existingSecret empty
            {cnpg: {enabled: true}, database: {host: "", existingSecret: ""}} | migrations.mode: the job runs before
            {strimzi: {enabled: true}}                                       | strimzi.cluster: name the Strimzi cluster
            {strimzi: {enabled: true, cluster: k}}                           | strimzi.users: users are of use only
            {strimzi: {enabled: true, cluster: k, users: false, minInSyncReplicas: 4}} | cannot be above strimzi.topicReplicas
            {httpRoute: {enabled: true}}                                     | httpRoute.parentRefs: name the Gateway
            {storage: {autoscaling: {enabled: true, minReplicas: 9}}}        | storage.autoscaling.minReplicas is above maxReplicas
            {transform: {keda: {enabled: true, lag: {enabled: false}}}}      | transform.keda: give prometheus.serverAddress
            {transform: {keda: {enabled: true, minReplicas: 20}}}            | transform.keda.minReplicas is above maxReplicas
            {transform: {keda: {enabled: true}}, kafka: {tls: {enabled: true}}} | transform.keda.lag.authenticationRef
            {dev: {enabled: true}}                                           | say start with dev.enabled
            {transform: {settings: {imagemill.transform.memory: 1GB}}}       | transform.settings: imagemill.transform.memory has a value of its own
            """)
    void refusesWhatOnlyTogetherMakesNoSense(String yaml, String message) {
        assertThatThrownBy(() -> Chart.render(Values.minimal().with(yaml)))
                .hasMessageContaining("These values do not do:")
                .hasMessageContaining(message);
    }
}
