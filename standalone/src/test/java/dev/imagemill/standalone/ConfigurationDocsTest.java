package dev.imagemill.standalone;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.standalone.SettingsReference.Group;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the reference of settings to the configuration records; run with {@code -Dimagemill.docs=write} it writes it. */
class ConfigurationDocsTest {
    private static final Path DOCS = Path.of("../docs");
    private static final Path PAGE = DOCS.resolve("configuration.md");
    private static final String BEGIN = "<!-- settings: made from the configuration records -->\n";
    private static final String END = "<!-- end of settings -->";
    private static final boolean WRITE = "write".equals(System.getProperty("imagemill.docs"));

    @Test
    void listsEverySetting() throws Exception {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        String text =
                "\n" + SettingsReference.groups().stream().map(Group::text).collect(joining("\n")) + "\n";
        if (WRITE) {
            Files.writeString(PAGE, page.substring(0, begin) + text + page.substring(end));
            return;
        }

        assertThat(page.substring(begin, end)).isEqualTo(text);
    }

    @Test
    void speaksOnlyOfSettingsThatThereAre() throws Exception {
        List<Group> groups = SettingsReference.groups();
        Set<String> known = groups.stream()
                .flatMap(group -> group.settings().stream())
                .map(setting -> setting.name().replace("[]", ""))
                .collect(Collectors.toSet());
        Pattern setting =
                Pattern.compile("(?<!dev\\.)imagemill\\.(?:s3|kafka|ingest|storage|transform)\\.[a-z0-9.-]*[a-z0-9]");

        assertThat(pages()).isNotEmpty().allSatisfy(page -> {
            for (String name : setting.matcher(Files.readString(page))
                    .results()
                    .map(found -> found.group())
                    .toList()) {
                assertThat(known)
                        .as("%s in %s", name, page)
                        .anyMatch(each -> each.equals(name) || each.startsWith(name + "."));
            }
        });
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(DOCS)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList();
        }
    }
}
