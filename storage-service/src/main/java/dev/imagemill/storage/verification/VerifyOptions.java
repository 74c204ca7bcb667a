package dev.imagemill.storage.verification;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.convert.DurationStyle;

/**
 * What a run is asked to do.
 *
 * @param digests whether every object is read and its digest compared
 * @param repair whether the catalogue forgets renditions that are missing
 * @param json whether the answer is a JSON document
 * @param grace how young an object may be and have no row
 * @param findings file that takes every finding, a line each, or null
 */
record VerifyOptions(
        boolean digests,
        boolean repair,
        boolean json,
        Duration grace,
        @Nullable Path findings) {
    private static final Set<String> FLAGS = Set.of("digests", "repair", "json");
    private static final Set<String> VALUED = Set.of("grace", "findings");
    private static final Duration DEFAULT_GRACE = Duration.ofHours(1);

    /**
     * Reads the process's arguments. Options with a dot in their names are settings of the service.
     *
     * @throws IllegalArgumentException if there is one that means nothing
     */
    static VerifyOptions parse(String... arguments) {
        var given = new DefaultApplicationArguments(arguments);
        for (String name : given.getOptionNames()) {
            if (!name.contains(".")) {
                check(name, Objects.requireNonNullElse(given.getOptionValues(name), List.of()));
            }
        }
        if (!given.getNonOptionArgs().equals(List.of(VerifyCommand.ARGUMENT))) {
            throw new IllegalArgumentException("the arguments are %s, expected %s and options that begin with --"
                    .formatted(given.getNonOptionArgs(), VerifyCommand.ARGUMENT));
        }
        String grace = value(given, "grace");
        String findings = value(given, "findings");
        return new VerifyOptions(
                given.containsOption("digests"),
                given.containsOption("repair"),
                given.containsOption("json"),
                grace == null ? DEFAULT_GRACE : DurationStyle.detectAndParse(grace),
                findings == null ? null : Path.of(findings));
    }

    private static void check(String name, List<String> values) {
        if (FLAGS.contains(name)) {
            if (!values.isEmpty()) {
                throw new IllegalArgumentException("--" + name + " takes no value");
            }
        } else if (!VALUED.contains(name)) {
            throw new IllegalArgumentException("there is no option --" + name);
        } else if (values.size() != 1 || values.getFirst().isBlank()) {
            throw new IllegalArgumentException("--" + name + " takes one value, as --" + name + "=VALUE");
        }
    }

    private static @Nullable String value(ApplicationArguments given, String name) {
        List<String> values = given.getOptionValues(name);
        return values == null ? null : values.getFirst();
    }
}
