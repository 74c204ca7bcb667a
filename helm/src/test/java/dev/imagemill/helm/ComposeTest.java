package dev.imagemill.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The compose file beside the chart: what both say, they say alike. */
class ComposeTest {
    private static final Path DOCKER = Path.of("../docker");
    private static final Pattern CHARTS_ROUTE = Pattern.compile("\\{prefix: (\\S+), component: (\\w+)}");
    private static final Pattern PROXYS_ROUTE = Pattern.compile("^(/\\S*) +(\\w+)$", Pattern.MULTILINE);
    private static final Pattern IMAGE = Pattern.compile("image: (\\S+)");

    @Test
    void routesAsTheChartDoes() throws IOException {
        Map<String, String> chart = new TreeMap<>();
        matches(CHARTS_ROUTE, Chart.FOLDER.resolve("templates/_routes.tpl"))
                .forEach(route -> chart.put(withSlash(route.group(1)), route.group(2)));
        Map<String, String> proxy = new TreeMap<>();
        matches(PROXYS_ROUTE, DOCKER.resolve("proxy/routes.map"))
                .forEach(route -> proxy.put(route.group(1), route.group(2)));

        assertThat(proxy).hasSizeGreaterThan(5).isEqualTo(chart);
    }

    @Test
    void runsTheChartsDevelopmentServersAndTheProjectsVersion() throws IOException {
        List<String> developmentServers = matches(IMAGE, Chart.FOLDER.resolve("values.yaml")).stream()
                .map(image -> image.group(1))
                .toList();
        List<String> images = matches(IMAGE, DOCKER.resolve("compose.yaml")).stream()
                .map(image -> image.group(1))
                .toList();

        assertThat(developmentServers).hasSize(3);
        assertThat(images).containsAll(developmentServers);
        String version = matches(
                        Pattern.compile("<artifactId>imagemill-parent</artifactId>\\s*<version>([^<]+)<"),
                        Path.of("../pom.xml"))
                .getFirst()
                .group(1);
        assertThat(images).contains(own("ingest", version), own("storage", version), own("transform", version));
        assertThat(images)
                .allMatch(image -> image.matches(".*:[^:]*\\d+\\.\\d+.*"))
                .noneMatch(image -> image.contains("latest"));
    }

    private static String own(String service, String version) {
        return "${IMAGEMILL_PREFIX:-imagemill}/" + service + "-service:${IMAGEMILL_TAG:-" + version + "}";
    }

    private static String withSlash(String prefix) {
        return prefix.endsWith("/") ? prefix : prefix + "/";
    }

    private static List<MatchResult> matches(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file)).results().toList();
    }
}
