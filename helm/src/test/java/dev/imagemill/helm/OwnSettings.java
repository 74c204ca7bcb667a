package dev.imagemill.helm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The services' own settings, by the environment variables they are read from: what their configuration records have. */
final class OwnSettings {
    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES =
            List.of("platform", "ingest-service", "storage-service", "transform-service");

    private static final Pattern PREFIX = Pattern.compile("@ConfigurationProperties\\(\"([^\"]+)\"\\)");
    private static final Pattern RECORD = Pattern.compile("record (\\w+)\\(");
    private static final Pattern COMPONENT = Pattern.compile("(\\w+)>?\\s+(\\w+)$");
    /** Not one within an annotation's parentheses. */
    private static final Pattern COMMA = Pattern.compile(",(?![^()]*\\))");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(IMAGEMILL_\\w+)[:}]");

    private OwnSettings() {}

    static Set<String> environmentVariables() {
        Set<String> names = new HashSet<>();
        for (String module : MODULES) {
            for (Path file : files(ROOT.resolve(module).resolve("src/main"))) {
                String text = read(file);
                if (file.toString().endsWith(".yaml")) {
                    PLACEHOLDER.matcher(text).results().forEach(found -> names.add(found.group(1)));
                }
                Matcher prefix = PREFIX.matcher(text);
                if (prefix.find()) {
                    Matcher first = RECORD.matcher(text);
                    first.find(prefix.end());
                    collect(text, first.start(), prefix.group(1), names);
                }
            }
        }
        return names;
    }

    /** As Spring reads them: {@code imagemill.s3.call-timeout} from {@code IMAGEMILL_S3_CALLTIMEOUT}. */
    static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "");
    }

    private static void collect(String text, int record, String prefix, Set<String> names) {
        for (String part : COMMA.splitAsStream(header(text, record)).toList()) {
            Matcher component = COMPONENT.matcher(part.strip());
            if (component.find()) {
                String name = prefix + "." + component.group(2);
                names.add(variable(name));
                nested(text, component.group(1)).forEach(inner -> collect(text, inner, name, names));
            }
        }
    }

    private static Stream<Integer> nested(String text, String type) {
        return Pattern.compile("record " + Pattern.quote(type) + "\\(")
                .matcher(text)
                .results()
                .map(MatchResult::start);
    }

    /** What stands between a record's parentheses. */
    private static String header(String text, int record) {
        int begin = text.indexOf('(', record) + 1;
        int depth = 1;
        int end = begin;
        while (depth > 0) {
            char c = text.charAt(end++);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return text.substring(begin, end - 1);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*(Properties\\.java|\\.yaml)"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
