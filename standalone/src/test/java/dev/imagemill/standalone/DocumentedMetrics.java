package dev.imagemill.standalone;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The metrics that docs/operations/metrics.md promises, looked for where Prometheus would read them. */
final class DocumentedMetrics {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9_]+)` \\| ([a-z, ]+) \\| ([^|]*)\\|");
    private static final Pattern LABEL = Pattern.compile("`(\\w+)`");

    private DocumentedMetrics() {}

    /** Those that a service ought to export and does not, or not with all their labels. */
    static List<String> missing(String service, URI address) throws IOException, InterruptedException {
        String page = Files.readString(
                Path.of(requireNonNull(System.getProperty("imagemill.root")), "docs", "operations", "metrics.md"));
        List<String> samples = scrape(address).lines().toList();
        return ROW.matcher(page)
                .results()
                .filter(row -> row.group(2).contains(service))
                .filter(row -> samples.stream().noneMatch(sample -> is(sample, row)))
                .map(row -> row.group(1))
                .toList();
    }

    private static boolean is(String sample, MatchResult row) {
        return sample.matches(row.group(1) + "[{ ].*")
                && LABEL.matcher(row.group(3)).results().allMatch(label -> sample.contains(label.group(1) + "=\""));
    }

    private static String scrape(URI address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(address.resolve("/actuator/prometheus"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }
}
