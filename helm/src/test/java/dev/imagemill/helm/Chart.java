package dev.imagemill.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The chart, as Helm sees it. */
final class Chart {
    static final Path FOLDER = Path.of("imagemill");
    static final String RELEASE = "mill";
    static final String NAMESPACE = "pictures";

    /** helm-java takes a Kubernetes of 2021 unless it is told otherwise. */
    private static final String KUBERNETES = "1.32.0";

    private Chart() {}

    /** helm-java leaves hooks out of what it renders, so what is one by default is rendered as an object like others. */
    private static final String HOOKS_AS_OBJECTS =
            "migrations: {annotations: {helm.sh/hook: null, helm.sh/hook-delete-policy: null}}";

    /**
     * What the release would consist of, hooks included.
     *
     * @throws IllegalStateException with Helm's message, if it refuses
     */
    static Release render(Values values) {
        return Release.parse(helm(values.with(HOOKS_AS_OBJECTS)));
    }

    static LintResult lint() {
        return new Helm(FOLDER).lint().strict().call();
    }

    private static String helm(Values values) {
        try {
            Path file = Files.createTempFile("values", ".yaml");
            try {
                Files.writeString(file, values.yaml());
                return new Helm(FOLDER)
                        .template()
                        .withName(RELEASE)
                        .withNamespace(NAMESPACE)
                        .withKubeVersion(KUBERNETES)
                        .withValuesFile(file)
                        .call();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
