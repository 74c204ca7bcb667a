package dev.imagemill.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imagemill.helm.Matrix.Case;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every object of every release is one that Kubernetes would take, and they fit together. */
class ObjectsTest {
    private static final String NAME = "[a-z0-9]([-a-z0-9.]*[a-z0-9])?";

    @ParameterizedTest
    @MethodSource("dev.imagemill.helm.Matrix#cases")
    void areStrictlyValid(Case values) {
        assertThat(values.release().manifests()).hasSizeGreaterThanOrEqualTo(6).allSatisfy(manifest -> {
            String type = manifest.apiVersion() + "/" + manifest.kind();
            Class<? extends HasMetadata> model = Models.TYPES.get(type);
            if (model != null) {
                Models.read(manifest, model);
            } else {
                assertThat(CustomResources.problems(manifest))
                        .as("%s", manifest)
                        .isEmpty();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("dev.imagemill.helm.Matrix#cases")
    void haveNamesOfTheirOwnAndTheReleasesLabels(Case values) {
        Set<String> seen = new HashSet<>();
        assertThat(values.release().manifests()).allSatisfy(manifest -> {
            assertThat(seen.add(manifest.toString())).as("%s", manifest).isTrue();
            assertThat(manifest.name()).matches(NAME).hasSizeLessThan(64);
            JsonNode labels = manifest.json().at("/metadata/labels");
            assertThat(labels.path("app.kubernetes.io/instance").asText()).isEqualTo(Chart.RELEASE);
            assertThat(labels.path("app.kubernetes.io/part-of").asText()).isEqualTo("imagemill");
            assertThat(labels.path("helm.sh/chart").asText()).startsWith("imagemill-");
        });
    }

    @ParameterizedTest
    @MethodSource("dev.imagemill.helm.Matrix#cases")
    void selectTheirOwnPodsAndNoOthers(Case values) {
        Release release = values.release();
        for (Service service : release.all(Service.class)) {
            assertThat(matching(release, service.getSpec().getSelector()))
                    .as("pods of service %s", service.getMetadata().getName())
                    .containsExactly(service.getMetadata().getName());
        }
        for (Deployment deployment : release.all(Deployment.class)) {
            assertThat(matching(release, deployment.getSpec().getSelector().getMatchLabels()))
                    .containsExactly(deployment.getMetadata().getName());
        }
        for (PodDisruptionBudget budget : release.all(PodDisruptionBudget.class)) {
            assertThat(matching(release, budget.getSpec().getSelector().getMatchLabels()))
                    .containsExactly(budget.getMetadata().getName());
        }
        for (NetworkPolicy policy : release.all(NetworkPolicy.class)) {
            assertThat(matching(release, policy.getSpec().getPodSelector().getMatchLabels()))
                    .containsExactly(policy.getMetadata().getName());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.imagemill.helm.Matrix#cases")
    void pointAtPortsThatAreThere(Case values) {
        Release release = values.release();
        for (Service service : release.all(Service.class)) {
            List<String> ports = release.pods().stream()
                    .filter(pods -> pods.name().equals(service.getMetadata().getName()))
                    .flatMap(pods -> pods.template().getSpec().getContainers().stream())
                    .flatMap(container -> container.getPorts().stream())
                    .map(port -> port.getName())
                    .toList();
            assertThat(service.getSpec().getPorts())
                    .extracting(ServicePort::getTargetPort)
                    .allSatisfy(port -> assertThat(ports).contains(port.getStrVal()));
        }
    }

    private static List<String> matching(Release release, Map<String, String> selector) {
        assertThat(selector).isNotEmpty();
        return release.pods().stream()
                .filter(pods ->
                        pods.template().getMetadata().getLabels().entrySet().containsAll(selector.entrySet()))
                .map(Release.Pods::name)
                .toList();
    }
}
