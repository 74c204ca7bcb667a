package dev.imagemill.standalone;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The source text of a record and those within it, for what its Javadoc says. */
record RecordSource(String text) {
    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES =
            List.of("platform", "ingest-service", "storage-service", "transform-service");

    static RecordSource of(Class<?> type) throws IOException {
        String file = "src/main/java/" + type.getName().replace('.', '/') + ".java";
        Path path = MODULES.stream()
                .map(module -> ROOT.resolve(module).resolve(file))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no source of " + type));
        return new RecordSource(Files.readString(path));
    }

    /** What the record is, without its parameters. */
    String meaning(Class<?> type) {
        return plain(javadoc(type).split("@param", 2)[0]);
    }

    /** What a component is. */
    String meaning(Class<?> type, RecordComponent component) {
        Matcher parameter = Pattern.compile("@param " + component.getName() + "\\s(.*?)(?=@param|$)", Pattern.DOTALL)
                .matcher(javadoc(type));
        if (!parameter.find()) {
            throw new AssertionError("%s of %s has no @param".formatted(component.getName(), type));
        }
        return plain(parameter.group(1));
    }

    /** The comment right before the record, without its stars. */
    private String javadoc(Class<?> type) {
        int record = text.indexOf("record " + type.getSimpleName() + "(");
        int begin = text.lastIndexOf("/**", record);
        int end = text.indexOf("*/", begin);
        return Stream.of(text.substring(begin + 3, end).split("\n"))
                .map(line -> line.strip().replaceFirst("^\\* ?", ""))
                .reduce("", (before, line) -> before + line + "\n");
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("\\{@code\\s+([^}]*)}", "`$1`")
                .replaceAll("\\{@link #?([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .replace("|", "\\|")
                .strip();
    }
}
