package dev.imagemill.cli.client;

import java.util.List;
import java.util.Map;

/** Which images a job works on. */
public sealed interface Selection {
    /** Every image of the catalogue. */
    record All() implements Selection {}

    /** These images. */
    record Ids(List<String> ids) implements Selection {}

    /** Images whose name begins so. */
    record NamePrefix(String prefix) implements Selection {}

    /** As the API takes it. */
    default Map<String, Object> toJson() {
        return switch (this) {
            case All() -> Map.of("all", true);
            case Ids(List<String> ids) -> Map.of("ids", ids);
            case NamePrefix(String prefix) -> Map.of("namePrefix", prefix);
        };
    }
}
