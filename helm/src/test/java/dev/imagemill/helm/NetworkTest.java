package dev.imagemill.helm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.helm.Matrix.Case;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is reached by which path, and who may reach whom. */
class NetworkTest {
    @ParameterizedTest
    @CsvSource({
        "/, ingest",
        "/console/app.js, ingest",
        "/v1/uploads, ingest",
        "/v1/tus/abc, ingest",
        "/v1/openapi/ingest, ingest",
        "/v1/transforms, transform",
        "/v1/render/sig/p/i, transform",
        "/v1/formats, transform",
        "/v1/operations, transform",
        "/v1/openapi/transform, transform",
        "/v1/images, storage",
        "/v1/jobs/1/failures, storage",
        "/v1/openapi/storage, storage",
        "/v1/transformations, storage"
    })
    void routesByPrefix(String path, String component) {
        Release release = Chart.render(Values.minimal()
                .with("ingress: {enabled: true}\nhttpRoute: {enabled: true, parentRefs: [{name: gateway}]}"));

        assertThat(longest(ingress(release), path)).isEqualTo("mill-imagemill-" + component);
        assertThat(longest(httpRoute(release), path)).isEqualTo("mill-imagemill-" + component);
    }

    @Test
    void neverRoutesToTheManagementPort() {
        Release release = Chart.render(Values.minimal()
                .with("ingress: {enabled: true}\nhttpRoute: {enabled: true, parentRefs: [{name: gateway}]}"));

        assertThat(release.all(Ingress.class)
                        .getFirst()
                        .getSpec()
                        .getRules()
                        .getFirst()
                        .getHttp()
                        .getPaths())
                .extracting(path -> path.getBackend().getService().getPort().getName())
                .containsOnly("http");
        assertThat(release.all(HTTPRoute.class).getFirst().getSpec().getRules())
                .flatExtracting(rule -> rule.getBackendRefs())
                .extracting(backend -> backend.getPort())
                .containsOnly(80);
    }

    @ParameterizedTest
    @MethodSource("dev.imagemill.helm.Matrix#cases")
    void letsEachServiceReachNoMoreThanItNeeds(Case values) {
        Release release = values.release();
        if (release.all(NetworkPolicy.class).isEmpty()) {
            return;
        }
        assertThat(release.all(NetworkPolicy.class))
                .allSatisfy(policy ->
                        assertThat(policy.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress"));
        assertThat(egress(release, "transform")).doesNotContain(5432);
        assertThat(egress(release, "ingest")).doesNotContain(5432);
        assertThat(egress(release, "storage")).contains(53, 5432);
    }

    @Test
    void letsWorkersReachKafkaS3AndDnsOnly() {
        assertThat(egress(Chart.render(Values.minimal()), "transform")).containsExactlyInAnyOrder(53, 53, 9092, 443);
    }

    @Test
    void letsServicesSendTracesWhereThereAreAny() {
        Release traced = Chart.render(Values.minimal()
                .with("telemetry: {traces: {endpoint: \"http://collector.monitoring:4318/v1/traces\"}}\n"
                        + "networkPolicy: {tracesTo: [{podSelector: {matchLabels: {app: collector}}}]}"));

        for (String component : List.of("ingest", "storage", "transform")) {
            assertThat(egress(traced, component)).contains(4318);
        }
        assertThat(egress(traced, "migrations")).doesNotContain(4318);
    }

    @Test
    void letsWorkersAskStorageForImagesOfSignedAddresses() {
        String keys = "transform: {render: {imagesById: %s, keys: [{id: k, existingSecret: s, key: k}]}}";
        Release asking = Chart.render(Values.minimal().with(keys.formatted(true)));
        Release silent = Chart.render(Values.minimal().with(keys.formatted(false)));

        NetworkPolicyEgressRule rule = asking.one(NetworkPolicy.class, "mill-imagemill-transform")
                .getSpec()
                .getEgress()
                .getLast();
        assertThat(rule.getTo().getFirst().getPodSelector().getMatchLabels())
                .containsEntry("app.kubernetes.io/component", "storage");
        assertThat(rule.getPorts().getFirst().getPort().getIntVal()).isEqualTo(8080);
        assertThat(Environment.of(asking.service("transform").template().getSpec()))
                .containsEntry("IMAGEMILL_TRANSFORM_CATALOGUE_URL", "http://mill-imagemill-storage");
        assertThat(egress(silent, "transform")).doesNotContain(8080);
        assertThat(Environment.of(silent.service("transform").template().getSpec()))
                .doesNotContainKey("IMAGEMILL_TRANSFORM_CATALOGUE_URL");
    }

    @Test
    void narrowsToThePeersGiven() {
        NetworkPolicy policy = Chart.render(Values.production()).one(NetworkPolicy.class, "mill-imagemill-transform");

        assertThat(policy.getSpec()
                        .getEgress()
                        .get(1)
                        .getTo()
                        .getFirst()
                        .getNamespaceSelector()
                        .getMatchLabels())
                .containsEntry("kubernetes.io/metadata.name", "kafka");
        assertThat(policy.getSpec().getIngress().getFirst().getFrom()).hasSize(1);
    }

    private static List<Integer> egress(Release release, String component) {
        return release.all(NetworkPolicy.class).stream()
                .filter(policy -> component.equals(
                        policy.getSpec().getPodSelector().getMatchLabels().get("app.kubernetes.io/component")))
                .flatMap(policy -> policy.getSpec().getEgress().stream())
                .flatMap(rule -> rule.getPorts().stream())
                .map(port -> port.getPort().getIntVal())
                .toList();
    }

    private static Map<String, String> ingress(Release release) {
        Map<String, String> routes = new LinkedHashMap<>();
        for (HTTPIngressPath path : release.all(Ingress.class)
                .getFirst()
                .getSpec()
                .getRules()
                .getFirst()
                .getHttp()
                .getPaths()) {
            routes.put(path.getPath(), path.getBackend().getService().getName());
        }
        return routes;
    }

    private static Map<String, String> httpRoute(Release release) {
        Map<String, String> routes = new LinkedHashMap<>();
        release.all(HTTPRoute.class)
                .getFirst()
                .getSpec()
                .getRules()
                .forEach(rule -> routes.put(
                        rule.getMatches().getFirst().getPath().getValue(),
                        rule.getBackendRefs().getFirst().getName()));
        return routes;
    }

    /** As both kinds of route are specified: the longest prefix of whole path elements. */
    private static String longest(Map<String, String> routes, String path) {
        return routes.entrySet().stream()
                .filter(route -> route.getKey().equals("/")
                        || path.equals(route.getKey())
                        || path.startsWith(route.getKey() + "/"))
                .max((a, b) -> Integer.compare(a.getKey().length(), b.getKey().length()))
                .orElseThrow()
                .getValue();
    }
}
