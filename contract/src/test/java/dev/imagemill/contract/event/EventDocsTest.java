package dev.imagemill.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class EventDocsTest {
    private static final Path DOCS = Path.of("../docs/events.md");

    @ParameterizedTest
    @EnumSource(EventType.class)
    void showsAnExampleOfEveryEvent(EventType type) throws IOException {
        Matcher example = Pattern.compile(
                        "^### `" + Pattern.quote(type.id()) + "`$.*?^```json$(.*?)^```$",
                        Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(Files.readString(DOCS));

        assertThat(example.find()).as("an example under the type's heading").isTrue();
        assertThat(JsonMapper.shared().readTree(example.group(1)))
                .isEqualTo(JsonMapper.shared().readTree(EventJson.write(Examples.of(type))));
    }

    @Test
    void namesEveryTopic() throws IOException {
        assertThat(Files.readString(DOCS)).contains(Topics.ALL);
    }
}
