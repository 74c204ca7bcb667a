package dev.imagemill.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imagemill.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code imagemill render-url}: signs the address of a picture; asks no server. */
@Command(
        name = "render-url",
        description = "Sign the address of a picture, for pages (docs/render.md).",
        mixinStandardHelpOptions = true)
final class RenderUrlCommand implements Callable<Integer> {
    private static final Pattern TERM = Pattern.compile("([1-9][0-9]{0,8})([smhd])");

    private final Terminal terminal;
    private final Clock clock;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "PIPELINE",
            description = "a preset's rendition, as thumbnails.w400, or a pipeline in JSON")
    private String pipeline = "";

    @Parameters(index = "1", paramLabel = "IMAGE", description = "an image's id, or the SHA-256 of its bytes")
    private String image = "";

    @Option(
            names = "--expires",
            paramLabel = "TERM",
            description = "how long the address is good, as 90s, 15m, 12h or 7d (default: for ever)")
    private @Nullable String term;

    @Option(
            names = "--key",
            paramLabel = "ID:SECRET",
            defaultValue = "${env:IMAGEMILL_RENDER_KEY}",
            description = "the key (default: $$IMAGEMILL_RENDER_KEY, else that of the server of this folder)")
    private @Nullable String key;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${sys:imagemill.data:-data}",
            description = "folder of that server (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "${env:IMAGEMILL_SERVER:-http://127.0.0.1:8080}",
            description = "what the address begins with (default: $$IMAGEMILL_SERVER, else http://127.0.0.1:8080)")
    private String server = "http://127.0.0.1:8080";

    RenderUrlCommand(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        String text = segment() + "/" + image + (term == null ? "" : "?expires=" + end(term));
        String base = server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
        terminal.line(base + "/v1/render/" + RenderKey.parse(key()).sign(text) + "/" + text);
        return ExitCode.OK;
    }

    private String segment() {
        String stripped = pipeline.strip();
        return stripped.startsWith("{")
                ? Base64.getUrlEncoder().withoutPadding().encodeToString(stripped.getBytes(UTF_8))
                : stripped;
    }

    private long end(String wanted) {
        Matcher matcher = TERM.matcher(wanted);
        if (!matcher.matches()) {
            throw misused("--expires is a number and s, m, h or d, not " + wanted);
        }
        long number = Long.parseLong(matcher.group(1));
        Duration duration = switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
        return clock.instant().plus(duration).getEpochSecond();
    }

    private String key() throws IOException {
        if (key != null) {
            return key;
        }
        Path file = data.resolve("render.key");
        if (!Files.exists(file)) {
            throw misused("there is no key: give --key or IMAGEMILL_RENDER_KEY, or start a server on " + data);
        }
        return Files.readString(file).strip();
    }

    private RuntimeException misused(String reason) {
        return spec == null ? new IllegalArgumentException(reason) : new ParameterException(spec.commandLine(), reason);
    }
}
