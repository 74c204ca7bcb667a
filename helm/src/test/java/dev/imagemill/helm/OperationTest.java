package dev.imagemill.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imagemill.helm.Matrix.Case;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is lost and nothing is stuck when pods come and go. */
class OperationTest {
    @ParameterizedTest
    @MethodSource("dev.imagemill.helm.Matrix#cases")
    void neverKeepANodeFromBeingDrained(Case values) {
        assertThat(values.release().all(PodDisruptionBudget.class)).allSatisfy(budget -> {
            // minAvailable would hold the only replica of a service for ever.
            assertThat(budget.getSpec().getMinAvailable()).isNull();
            IntOrString away = budget.getSpec().getMaxUnavailable();
            if (away.getIntVal() != null) {
                assertThat(away.getIntVal()).isPositive();
            } else {
                assertThat(away.getStrVal()).matches("[1-9][0-9]*%");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("dev.imagemill.helm.Matrix#cases")
    void leaveAWorkerMoreTimeToFinishThanAnItemMayTake(Case values) {
        PodSpec pod = values.release().service("transform").template().getSpec();
        Map<String, String> settings = Environment.of(pod);
        long item = seconds(settings, "IMAGEMILL_TRANSFORM_ITEMTIMELIMIT");
        long consumer = seconds(settings, "IMAGEMILL_KAFKA_SHUTDOWNTIMEOUT");
        long phase = seconds(settings, "SPRING_LIFECYCLE_TIMEOUTPERSHUTDOWNPHASE");

        assertThat(consumer).isGreaterThan(item);
        assertThat(phase).isGreaterThan(consumer);
        assertThat(pod.getTerminationGracePeriodSeconds()).isGreaterThan(phase + sleep(pod));
    }

    @ParameterizedTest
    @MethodSource("dev.imagemill.helm.Matrix#cases")
    void leaveEveryServiceMoreTimeThanItTakes(Case values) {
        assertThat(values.release().services()).allSatisfy(pods -> {
            PodSpec pod = pods.template().getSpec();
            assertThat(pod.getTerminationGracePeriodSeconds())
                    .isGreaterThan(
                            seconds(Environment.of(pod), "SPRING_LIFECYCLE_TIMEOUTPERSHUTDOWNPHASE") + sleep(pod));
            assertThat(sleep(pod)).isPositive();
        });
    }

    @ParameterizedTest
    @MethodSource("dev.imagemill.helm.Matrix#cases")
    void replacePodsWithoutHavingFewer(Case values) {
        assertThat(values.release().all(Deployment.class)).allSatisfy(deployment -> {
            var update = deployment.getSpec().getStrategy().getRollingUpdate();
            assertThat(update.getMaxUnavailable().getIntVal()).isZero();
        });
    }

    @ParameterizedTest
    @MethodSource("dev.imagemill.helm.Matrix#cases")
    void countReplicasInOnePlaceOnly(Case values) {
        Release release = values.release();
        List<String> scaled = java.util.stream.Stream.concat(
                        release.all(HorizontalPodAutoscaler.class).stream()
                                .map(scaler ->
                                        scaler.getSpec().getScaleTargetRef().getName()),
                        release.ofKind("ScaledObject").stream()
                                .map(scaler -> scaler.json()
                                        .at("/spec/scaleTargetRef/name")
                                        .asText()))
                .toList();
        assertThat(release.all(Deployment.class))
                .extracting(d -> d.getMetadata().getName())
                .containsAll(scaled);
        assertThat(release.all(Deployment.class)).allSatisfy(deployment -> {
            if (scaled.contains(deployment.getMetadata().getName())) {
                assertThat(deployment.getSpec().getReplicas()).isNull();
            } else {
                assertThat(deployment.getSpec().getReplicas()).isNotNull();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("dev.imagemill.helm.Matrix#cases")
    void scaleOnNamedTopicsAndSlowlyDown(Case values) {
        assertThat(values.release().ofKind("ScaledObject")).allSatisfy(scaler -> {
            JsonNode down = scaler.json().at("/spec/advanced/horizontalPodAutoscalerConfig/behavior/scaleDown");
            assertThat(down.path("stabilizationWindowSeconds").asInt()).isGreaterThanOrEqualTo(300);
            for (JsonNode trigger : scaler.json().at("/spec/triggers")) {
                if (trigger.path("type").asText().equals("kafka")) {
                    assertThat(trigger.at("/metadata/topic").asText()).startsWith("imagemill.transform-requests.");
                    assertThat(trigger.at("/metadata/consumerGroup").asText()).isEqualTo("imagemill-transform");
                }
            }
        });
    }

    @Test
    void scalesOnEstimatedWorkAndOnLagOfBothLanes() {
        Manifest scaler =
                Chart.render(Values.production()).ofKind("ScaledObject").getFirst();

        assertThat(scaler.json().at("/spec/triggers").findValuesAsText("type"))
                .containsExactly("prometheus", "kafka", "kafka");
        assertThat(scaler.json().at("/spec/triggers/0/metadata/query").asText())
                .isEqualTo("sum(max by (lane) (imagemill_storage_work_waiting_seconds"
                        + "{namespace=\"pictures\",service=\"mill-imagemill-storage\"}))");
    }

    @Test
    void migratesBeforeAnythingElseOfTheReleaseChanges() {
        List<Manifest> jobs = Chart.render(Values.minimal()).ofKind("Job");

        assertThat(jobs).hasSize(1);
        assertThat(ValuesDocumentation.defaults()
                        .at("/migrations/annotations/helm.sh~1hook")
                        .asText())
                .isEqualTo("pre-install,pre-upgrade");
        assertThat(jobs.getFirst().json().at("/spec/template/spec/containers/0/args"))
                .extracting(JsonNode::asText)
                .containsExactly("migrate");
    }

    @Test
    void migratesAtTheStartWhereTheDatabaseComesWithTheRelease() {
        Release release = Chart.render(Values.development());

        assertThat(release.ofKind("Job")).isEmpty();
        assertThat(Environment.of(release.service("storage").template().getSpec()))
                .containsEntry("IMAGEMILL_STORAGE_MIGRATIONS", "apply");
    }

    private static long seconds(Map<String, String> settings, String name) {
        assertThat(settings.get(name)).as(name).matches("[0-9]+s");
        return Long.parseLong(settings.getOrDefault(name, "").replace("s", ""));
    }

    private static long sleep(PodSpec pod) {
        return pod.getContainers()
                .getFirst()
                .getLifecycle()
                .getPreStop()
                .getSleep()
                .getSeconds();
    }
}
