package dev.imagemill.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All objects that Helm makes of the chart and some values. */
record Release(List<Manifest> manifests) {
    /** Pods, by what makes them. */
    record Pods(String name, String component, PodTemplateSpec template) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final YAMLMapper YAML = new YAMLMapper();

    static Release parse(String yaml) {
        List<Manifest> found = new ArrayList<>();
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(yaml)) {
            documents.forEachRemaining(document -> {
                if (document != null && document.isObject()) {
                    found.add(new Manifest(document));
                }
            });
        } catch (IOException e) {
            throw new IllegalStateException("Helm rendered no YAML:\n" + yaml, e);
        }
        return new Release(List.copyOf(found));
    }

    <T extends HasMetadata> List<T> all(Class<T> type) {
        return manifests.stream()
                .filter(manifest -> manifest.kind().equals(type.getSimpleName()))
                .map(manifest -> Models.read(manifest, type))
                .toList();
    }

    <T extends HasMetadata> T one(Class<T> type, String name) {
        return all(type).stream()
                .filter(object -> object.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " " + name));
    }

    List<Manifest> ofKind(String kind) {
        return manifests.stream()
                .filter(manifest -> manifest.kind().equals(kind))
                .toList();
    }

    /** Everything that makes pods. */
    List<Pods> pods() {
        return Stream.of(
                        all(Deployment.class).stream()
                                .map(d -> pods(d, d.getSpec().getTemplate())),
                        all(StatefulSet.class).stream()
                                .map(s -> pods(s, s.getSpec().getTemplate())),
                        all(Job.class).stream().map(j -> pods(j, j.getSpec().getTemplate())))
                .flatMap(pods -> pods)
                .toList();
    }

    /** The three services' pods. */
    List<Pods> services() {
        return pods().stream()
                .filter(pods -> List.of("ingest", "storage", "transform").contains(pods.component()))
                .toList();
    }

    Pods service(String component) {
        return services().stream()
                .filter(pods -> pods.component().equals(component))
                .findFirst()
                .orElseThrow();
    }

    private static Pods pods(HasMetadata owner, PodTemplateSpec template) {
        Map<String, String> labels = owner.getMetadata().getLabels();
        return new Pods(
                owner.getMetadata().getName(), labels.getOrDefault("app.kubernetes.io/component", ""), template);
    }
}
