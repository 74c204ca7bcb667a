package dev.imagemill.helm;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.helm.Matrix.Case;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pod of every release keeps the restricted Pod Security Standard and this project's own rules. */
class PodsTest {
    /** Volumes that the restricted standard allows, by what they are; nothing else is mounted. */
    private static final Set<String> WRITABLE = Set.of("tmp", "scratch", "journal", "data", "run");

    @ParameterizedTest
    @MethodSource("dev.imagemill.helm.Matrix#cases")
    void keepToTheRestrictedStandard(Case values) {
        assertThat(values.release().pods()).isNotEmpty().allSatisfy(pods -> {
            PodSpec pod = pods.template().getSpec();
            var security = pod.getSecurityContext();
            assertThat(security.getRunAsNonRoot()).isTrue();
            assertThat(security.getRunAsUser()).isPositive();
            assertThat(security.getRunAsGroup()).isPositive();
            assertThat(security.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(pod.getHostNetwork()).isNull();
            assertThat(pod.getHostPID()).isNull();
            assertThat(pod.getHostIPC()).isNull();
            assertThat(pod.getInitContainers()).isEmpty();
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getEnableServiceLinks()).isFalse();
            assertThat(pod.getVolumes())
                    .allSatisfy(volume -> assertThat(volume.getHostPath()).isNull());
            for (Container container : pod.getContainers()) {
                var own = container.getSecurityContext();
                assertThat(own.getAllowPrivilegeEscalation()).isFalse();
                assertThat(own.getPrivileged()).isNull();
                assertThat(own.getReadOnlyRootFilesystem()).isTrue();
                assertThat(own.getCapabilities().getDrop()).containsExactly("ALL");
                assertThat(own.getCapabilities().getAdd()).isEmpty();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("dev.imagemill.helm.Matrix#cases")
    void runImagesOfAFixedVersion(Case values) {
        assertThat(containers(values)).allSatisfy(container -> {
            assertThat(container.getImage()).matches(".+(:[^:/@]+|@sha256:[0-9a-f]{64})");
            assertThat(container.getImage()).doesNotContain(":latest", "bitnami", "minio/");
        });
    }

    @ParameterizedTest
    @MethodSource("dev.imagemill.helm.Matrix#cases")
    void sayWhatTheyNeedAndTakeAtMost(Case values) {
        assertThat(containers(values)).allSatisfy(container -> {
            var resources = container.getResources();
            assertThat(resources.getRequests()).containsKeys("cpu", "memory");
            assertThat(resources.getLimits()).containsKey("memory");
            assertThat(bytes(resources.getRequests(), "memory"))
                    .isLessThanOrEqualTo(bytes(resources.getLimits(), "memory"));
        });
    }

    @ParameterizedTest
    @MethodSource("dev.imagemill.helm.Matrix#cases")
    void areProbed(Case values) {
        Stream<Release.Pods> lasting = values.release().pods().stream()
                .filter(pods -> !pods.component().equals("migrations"));
        assertThat(lasting.flatMap(pods -> pods.template().getSpec().getContainers().stream()))
                .allSatisfy(container -> {
                    assertThat(container.getStartupProbe()).isNotNull();
                    assertThat(container.getLivenessProbe()).isNotNull();
                    assertThat(container.getReadinessProbe()).isNotNull();
                });
        assertThat(values.release().services()).hasSize(3).allSatisfy(pods -> {
            Container container = pods.template().getSpec().getContainers().getFirst();
            // What liveness does not ask cannot restart every pod when Kafka is away for a minute.
            assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/actuator/health/liveness");
            assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/actuator/health/readiness");
        });
    }

    @ParameterizedTest
    @MethodSource("dev.imagemill.helm.Matrix#cases")
    void mountTheVolumesTheyHaveAndWriteToFewOfThem(Case values) {
        assertThat(values.release().pods()).allSatisfy(pods -> {
            PodSpec pod = pods.template().getSpec();
            Set<String> volumes =
                    new HashSet<>(pod.getVolumes().stream().map(Volume::getName).toList());
            if (pods.component().startsWith("dev-")) {
                volumes.add("data");
            }
            List<VolumeMount> mounts = pod.getContainers().getFirst().getVolumeMounts();
            assertThat(mounts).extracting(VolumeMount::getName).doesNotHaveDuplicates();
            assertThat(Set.copyOf(mounts.stream().map(VolumeMount::getName).toList()))
                    .isEqualTo(volumes);
            assertThat(mounts)
                    .filteredOn(mount -> !Objects.equals(mount.getReadOnly(), true))
                    .extracting(VolumeMount::getName)
                    .isSubsetOf(WRITABLE);
            assertThat(pod.getVolumes())
                    .filteredOn(volume -> volume.getEmptyDir() != null)
                    .allSatisfy(volume ->
                            assertThat(volume.getEmptyDir().getSizeLimit()).isNotNull());
        });
    }

    @ParameterizedTest
    @MethodSource("dev.imagemill.helm.Matrix#cases")
    void referToSecretsThatTheReleaseMakesOrTheOperatorNames(Case values) {
        Release release = values.release();
        Set<String> there = new HashSet<>(OPERATORS_OWN);
        release.all(Secret.class)
                .forEach(secret -> there.add(secret.getMetadata().getName()));
        release.ofKind("KafkaUser").forEach(user -> there.add(user.name()));
        release.ofKind("Cluster").forEach(cluster -> there.add(cluster.name() + "-app"));
        Set<String> maps = new HashSet<>();
        release.all(ConfigMap.class).forEach(map -> maps.add(map.getMetadata().getName()));

        assertThat(release.pods()).allSatisfy(pods -> {
            PodSpec pod = pods.template().getSpec();
            assertThat(secrets(pod)).isSubsetOf(there);
            assertThat(pod.getVolumes().stream()
                            .filter(volume -> volume.getConfigMap() != null)
                            .map(volume -> volume.getConfigMap().getName()))
                    .isSubsetOf(maps);
        });
    }

    @ParameterizedTest
    @MethodSource("dev.imagemill.helm.Matrix#cases")
    void setNoVariableTwice(Case values) {
        assertThat(containers(values))
                .allSatisfy(container -> assertThat(container.getEnv())
                        .extracting(EnvVar::getName)
                        .doesNotHaveDuplicates());
    }

    @Test
    void keepTheCrashJournalBesideTheContainer() {
        PodSpec pod =
                Chart.render(Values.minimal()).service("transform").template().getSpec();
        Volume journal = pod.getVolumes().stream()
                .filter(volume -> volume.getName().equals("journal"))
                .findFirst()
                .orElseThrow();

        // An emptyDir lives as long as the pod, so through every restart of its container.
        assertThat(journal.getEmptyDir()).isNotNull();
        assertThat(journal.getEmptyDir().getMedium()).isNull();
        assertThat(Environment.of(pod)).containsEntry("IMAGEMILL_TRANSFORM_JOURNAL", "/journal/crashes");
    }

    /** Secrets that the values of the matrix call the operator's own. */
    private static final Set<String> OPERATORS_OWN = Set.of(
            "s3-keys",
            "catalogue-login",
            "keys",
            "login",
            "s",
            "ca",
            "mill-kafka-cluster-ca-cert",
            "registry-login",
            "own-ingest",
            "own-storage",
            "own-transform",
            "one",
            "two",
            "a",
            "b");

    private static Set<String> secrets(PodSpec pod) {
        Set<String> names = new HashSet<>();
        pod.getImagePullSecrets().stream().map(LocalObjectReference::getName).forEach(names::add);
        pod.getVolumes().stream()
                .filter(volume -> volume.getSecret() != null)
                .forEach(volume -> names.add(volume.getSecret().getSecretName()));
        pod.getContainers().stream()
                .flatMap(container -> container.getEnv().stream())
                .filter(variable -> variable.getValueFrom() != null
                        && variable.getValueFrom().getSecretKeyRef() != null)
                .forEach(variable ->
                        names.add(variable.getValueFrom().getSecretKeyRef().getName()));
        return names;
    }

    private static List<Container> containers(Case values) {
        return values.release().pods().stream()
                .flatMap(pods -> pods.template().getSpec().getContainers().stream())
                .toList();
    }

    private static long bytes(Map<String, Quantity> amounts, String resource) {
        return Quantity.getAmountInBytes(requireNonNull(amounts.get(resource))).longValueExact();
    }
}
