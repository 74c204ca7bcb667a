package dev.imagemill.contract.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PresetParserTest {
    private static final String PIPELINE = "{\"operations\":[],\"output\":{\"format\":\"webp\"}}";

    @Test
    void readsWhatItWrites() {
        Preset preset = PresetParser.parse("thumbnails", 3, tree(body(rendition("w100"), rendition("w400"))));

        assertThat(preset.revision()).isEqualTo(3);
        assertThat(preset.renditions())
                .extracting(preset::fullName)
                .containsExactly("thumbnails.w100", "thumbnails.w400");
        assertThat(PresetParser.parse(preset.json().toString())).isEqualTo(preset);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A",
                "-a",
                "_a",
                "a.b",
                "a b",
                "ä",
                "a/b",
                "custom",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void refusesNamesOfPresets(String name) {
        JsonNode body = tree(body(rendition("a")));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> PresetParser.parse(name, 1, body))
                .satisfies(e -> assertThat(e.problem().type()).isEqualTo(ProblemType.INVALID_PRESET));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [] | invalid-preset | `` | a preset as an object
            {} | invalid-preset | `` | "renditions" is missing
            {"renditions":{}} | invalid-preset | /renditions | an array of 1 to 64 renditions
            {"renditions":[]} | invalid-preset | /renditions | got 0
            {"renditions":[],"name":"x"} | invalid-preset | /name | unknown field
            {"renditions":["w100"]} | invalid-preset | /renditions/0 | a rendition as an object
            {"renditions":[{"name":"a"}]} | invalid-preset | /renditions/0 | "pipeline" is missing
            {"renditions":[{"name":"A","pipeline":{}}]} | invalid-preset | /renditions/0/name | lower-case
            {"renditions":[{"name":"a","pipeline":{}}]} | invalid-pipeline | /renditions/0/pipeline | "output" is missing
            {"renditions":[{"name":"a","pipeline":{"output":{"format":"x"}}}]} | invalid-pipeline | /renditions/0/pipeline/output/format | got "x"
            """)
    void refusesWithPointer(String json, String code, String pointer, String words) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> PresetParser.parse("p", 1, tree(json)))
                .satisfies(e -> {
                    assertThat(e.problem().code()).isEqualTo(code);
                    assertThat(e.problem().pointer()).isEqualTo(pointer);
                    assertThat(e.problem().detail()).contains(words);
                });
    }

    @Test
    void refusesANameThatComesTwice() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(
                        () -> PresetParser.parse("p", 1, tree(body(rendition("a"), rendition("b"), rendition("a")))))
                .satisfies(e -> assertThat(e.problem().pointer()).isEqualTo("/renditions/2/name"));
    }

    @Test
    void takesSixtyFourRenditionsAndNoMore() {
        assertThat(PresetParser.parse("p", 1, tree(body(renditions(64)))).renditions())
                .hasSize(64);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> PresetParser.parse("p", 1, tree(body(renditions(65)))))
                .satisfies(e -> assertThat(e.problem().detail()).contains("got 65"));
    }

    @Test
    void saysWhereTextIsNotJson() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> PresetParser.parse("p", 1, "{\"renditions\":[}"))
                .satisfies(e -> {
                    assertThat(e.problem().type()).isEqualTo(ProblemType.INVALID_PRESET);
                    assertThat(e.problem().detail()).contains("malformed JSON at line 1, column 16");
                });
    }

    private static String renditions(int count) {
        return IntStream.range(0, count).mapToObj(i -> rendition("r" + i)).collect(Collectors.joining(","));
    }

    private static String rendition(String name) {
        return "{\"name\":\"" + name + "\",\"pipeline\":" + PIPELINE + "}";
    }

    private static String body(String... renditions) {
        return "{\"renditions\":[" + String.join(",", renditions) + "]}";
    }

    private static JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
