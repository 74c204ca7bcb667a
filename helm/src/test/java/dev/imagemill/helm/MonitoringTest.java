package dev.imagemill.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Alerts and dashboard ask for metrics that there are; a test in standalone looks for those in running services. */
class MonitoringTest {
    private static final Path METRICS = Path.of("../docs/operations/metrics.md");
    private static final Path RUNBOOKS = Path.of("../docs/operations/runbooks.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9_]+)` \\| ([a-z, ]+) \\| ([^|]*)\\|");
    private static final Pattern CODE = Pattern.compile("`(\\w+)`");

    private static final Pattern SERVICE = Pattern.compile("service=~?\"([^\"]+)\"");

    /** Every target has these. */
    private static final Set<String> TARGET = Set.of("namespace", "service", "pod", "instance", "job");

    private final Release release = Chart.render(Values.production());

    @Test
    void asksForDocumentedMetricsByTheirLabels() throws IOException {
        Map<String, Set<String>> documented = documented();
        List<Query> queries = queries();

        assertThat(documented).hasSizeGreaterThan(15);
        assertThat(queries).hasSizeGreaterThan(35).allSatisfy(query -> {
            assertThat(query.isBalanced()).as(query.text()).isTrue();
            assertThat(query.metrics()).as(query.text()).isNotEmpty();
            query.metrics().forEach((metric, labels) -> {
                assertThat(documented).as(query.text()).containsKey(metric);
                assertThat(documented.get(metric)).as("labels of %s", metric).containsAll(labels);
            });
        });
    }

    @Test
    void leavesNoDocumentedMetricUnused() throws IOException {
        Set<String> used = new HashSet<>();
        queries().forEach(query -> used.addAll(query.metrics().keySet()));

        assertThat(used).containsAll(documented().keySet());
    }

    @Test
    void asksForServicesThatAreThere() throws JsonProcessingException {
        List<String> services = release.all(Service.class).stream()
                .map(service -> service.getMetadata().getName())
                .toList();

        assertThat(queries()).allSatisfy(query -> {
            List<String> asked = SERVICE.matcher(query.text().replace("$release", "mill-imagemill"))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(asked).as(query.text()).isNotEmpty();
            assertThat(asked).allMatch(pattern -> services.stream().anyMatch(name -> name.matches(pattern)));
        });
    }

    @Test
    void saysWhatToDoAboutEveryAlert() throws IOException {
        String runbooks = Files.readString(RUNBOOKS);

        assertThat(alerts()).hasSizeGreaterThan(10).allSatisfy(alert -> {
            String name = alert.path("alert").asText();
            assertThat(alert.at("/annotations/runbook_url").asText()).endsWith("#" + name.toLowerCase(Locale.ROOT));
            assertThat(runbooks).contains("\n## " + name + "\n");
        });
        assertThat(Pattern.compile("(?m)^## (\\w+)$")
                        .matcher(runbooks)
                        .results()
                        .map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(alerts().stream()
                        .map(alert -> alert.path("alert").asText())
                        .toList());
    }

    @Test
    void takesNoWorkersForAFaultUnlessThereMayBeNone() {
        assertThat(serviceDown(Values.production()))
                .contains("absent(up{namespace=\"pictures\",service=\"mill-imagemill-transform\"})");
        assertThat(serviceDown(Values.production().with("transform: {keda: {minReplicas: 0}}")))
                .doesNotContain("mill-imagemill-transform\"})");
    }

    @Test
    void showsADashboardWithoutOverlaps() throws JsonProcessingException {
        Set<String> cells = new HashSet<>();
        Set<Integer> ids = new HashSet<>();
        for (JsonNode panel : dashboard().path("panels")) {
            assertThat(ids.add(panel.path("id").asInt())).isTrue();
            assertThat(panel.path("title").asText()).isNotBlank();
            JsonNode place = panel.path("gridPos");
            for (int x = 0; x < place.path("w").asInt(); x++) {
                for (int y = 0; y < place.path("h").asInt(); y++) {
                    assertThat(cells.add((place.path("x").asInt() + x) + ","
                                    + (place.path("y").asInt() + y)))
                            .as(panel.path("title").asText())
                            .isTrue();
                }
            }
        }
    }

    private static String serviceDown(Values values) {
        return Chart.render(values)
                .ofKind("PrometheusRule")
                .getFirst()
                .json()
                .at("/spec/groups/0/rules/0/expr")
                .asText();
    }

    private List<JsonNode> alerts() {
        return List.copyOf(new ArrayList<>(release.ofKind("PrometheusRule")
                .getFirst()
                .json()
                .at("/spec/groups/0/rules")
                .findParents("alert")));
    }

    private JsonNode dashboard() throws JsonProcessingException {
        ConfigMap map = release.one(ConfigMap.class, "mill-imagemill-dashboard");
        return new ObjectMapper().readTree(map.getData().get("imagemill.json"));
    }

    private List<Query> queries() throws JsonProcessingException {
        List<String> texts = new ArrayList<>();
        alerts().forEach(alert -> texts.add(alert.path("expr").asText()));
        texts.addAll(dashboard().path("panels").findValuesAsText("expr"));
        texts.addAll(release.ofKind("ScaledObject").getFirst().json().findValuesAsText("query"));
        return texts.stream().map(Query::new).toList();
    }

    /** Metrics of the documentation with their labels. */
    private static Map<String, Set<String>> documented() throws IOException {
        Map<String, Set<String>> metrics = new HashMap<>();
        ROW.matcher(Files.readString(METRICS)).results().forEach(row -> {
            Set<String> labels = new HashSet<>(TARGET);
            CODE.matcher(row.group(3)).results().forEach(label -> labels.add(label.group(1)));
            metrics.put(row.group(1), labels);
        });
        metrics.put("up", TARGET);
        return metrics;
    }
}
