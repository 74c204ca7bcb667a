package dev.imagemill.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks themselves: what is misspelt somewhere deep must not pass. */
class StrictnessTest {
    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: a}
            spec: {template: {spec: {containers: [{name: a, %s}]}}}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"imagePullPolice: Always", "resources: {request: {cpu: 1}}", "ports: [{port: 1}]"})
    void noticesAFieldThatKubernetesDoesNotKnow(String field) {
        Manifest manifest = new Manifest(Values.parse(DEPLOYMENT.formatted(field)));

        assertThatThrownBy(() -> Models.read(manifest, Deployment.class)).hasMessageContaining("Unrecognized field");
    }

    @Test
    void takesWhatKubernetesKnows() {
        Manifest manifest = new Manifest(Values.parse(DEPLOYMENT.formatted("resources: {requests: {cpu: 1}}")));

        assertThat(Models.read(manifest, Deployment.class).getMetadata().getName())
                .isEqualTo("a");
    }

    @Test
    void noticesAFieldThatACustomResourceDoesNotKnow() {
        Manifest manifest = new Manifest(Values.parse("""
                apiVersion: kafka.strimzi.io/v1
                kind: KafkaTopic
                metadata: {name: a, labels: {strimzi.io/cluster: k}}
                spec: {partition: 1, replicas: 1}
                """));

        assertThat(CustomResources.problems(manifest)).isNotEmpty();
    }
}
