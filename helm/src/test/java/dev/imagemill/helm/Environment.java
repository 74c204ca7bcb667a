package dev.imagemill.helm;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/** The environment variables of a pod's only container; those from secrets are empty. */
final class Environment {
    private Environment() {}

    static Map<String, String> of(PodSpec pod) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (EnvVar variable : pod.getContainers().getFirst().getEnv()) {
            variables.put(variable.getName(), variable.getValue() == null ? "" : variable.getValue());
        }
        return variables;
    }
}
