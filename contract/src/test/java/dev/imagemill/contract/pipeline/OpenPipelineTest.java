package dev.imagemill.contract.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.contract.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OpenPipelineTest {
    private static final String OPEN =
            "{\"operations\":[{\"op\":\"autorotate\"}],\"output\":{\"format\":\"auto\",\"quality\":55,\"metadata\":\"keep\"}}";

    @Test
    void givesTheSettledFormatWhatItHasOfTheWishes() {
        OpenPipeline open = OpenPipeline.parse(OPEN);

        assertThat(open.isOpen()).isTrue();
        assertThat(open.operations()).containsExactly(new Autorotate());
        assertThat(open.settled(OutputFormat.WEBP).canonical())
                .isEqualTo("{\"operations\":[{\"op\":\"autorotate\"}],"
                        + "\"output\":{\"format\":\"webp\",\"metadata\":\"keep\",\"quality\":55}}");
        assertThat(open.settled(OutputFormat.PNG).output().json().toString())
                .isEqualTo("{\"format\":\"png\",\"metadata\":\"keep\"}");
        assertThat(open.settled(OutputFormat.GIF).output()).isEqualTo(Output.of(OutputFormat.GIF));
    }

    @ParameterizedTest
    @EnumSource
    void isSettledAsEveryFormat(OutputFormat format) {
        Pipeline settled = OpenPipeline.parse(OPEN).settled(format);

        assertThat(PipelineParser.parse(settled.canonical())).isEqualTo(settled);
    }

    @Test
    void leavesAFormatThatIsNamedAlone() {
        OpenPipeline named = OpenPipeline.parse("{\"output\":{\"format\":\"png\",\"effort\":2}}");

        assertThat(named.isOpen()).isFalse();
        assertThat(named.settled(OutputFormat.JPEG))
                .isEqualTo(PipelineParser.parse("{\"output\":{\"format\":\"png\",\"effort\":2}}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"output":{"format":"auto","effort":3}}                  | /output/effort
            {"output":{"format":"auto","quality":0}}                 | /output/quality
            {"output":{"format":"auto"},"operations":[{"op":"x"}]}   | /operations/0/op
            {"output":{"format":"auto"},"more":1}                    | /more
            {"output":{"format":"tga"}}                              | /output/format
            """)
    void isAsStrictAsEveryPipeline(String json, String pointer) {
        assertThatThrownBy(() -> OpenPipeline.parse(json))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().pointer()).isEqualTo(pointer));
    }

    @Test
    void isNothingForAJob() {
        assertThatThrownBy(() -> PipelineParser.parse(OPEN))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().pointer()).isEqualTo("/output/format"))
                .hasMessageContaining("\"auto\" is for requests");
    }
}
