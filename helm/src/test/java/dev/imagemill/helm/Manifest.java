package dev.imagemill.helm;

import com.fasterxml.jackson.databind.JsonNode;

/** One object of a release. */
record Manifest(JsonNode json) {
    String kind() {
        return json.path("kind").asText();
    }

    String apiVersion() {
        return json.path("apiVersion").asText();
    }

    String name() {
        return json.at("/metadata/name").asText();
    }

    /** The service it belongs to, such as {@code ingest}. */
    String component() {
        return json.at("/metadata/labels/app.kubernetes.io~1component").asText();
    }

    @Override
    public String toString() {
        return kind() + " " + name();
    }
}
