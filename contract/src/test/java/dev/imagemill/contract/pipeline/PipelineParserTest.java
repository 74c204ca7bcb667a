package dev.imagemill.contract.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.Mode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class PipelineParserTest {
    @Test
    void readsEveryOperation() {
        Pipeline pipeline = PipelineParser.parse("""
                {"operations": [
                  {"op": "autorotate"},
                  {"op": "scale", "width": 400, "height": 300, "fit": "contain", "kernel": "box", "enlarge": true,
                   "gravity": "northwest", "background": "#FF000080"},
                  {"op": "scale", "factor": 0.5},
                  {"op": "crop", "x": 1, "y": 2, "width": 3, "height": 4},
                  {"op": "rotate", "degrees": 270},
                  {"op": "flip", "direction": "vertical"},
                  {"op": "convert", "mode": "RGBA"}],
                 "output": {"format": "avif", "quality": 50, "effort": 9, "subsampling": "4:4:4"}}""");

        assertThat(pipeline.operations())
                .containsExactly(
                        new Autorotate(),
                        new Scale(
                                400,
                                300,
                                null,
                                Fit.CONTAIN,
                                Kernel.BOX,
                                true,
                                Gravity.NORTHWEST,
                                new Color(255, 0, 0, 128)),
                        Scale.by(0.5),
                        new Crop(1, 2, 3, 4),
                        new Rotate(270),
                        new Flip(Direction.VERTICAL),
                        new Convert(Mode.RGBA));
        assertThat(pipeline.output())
                .isEqualTo(new Output(OutputFormat.AVIF, 50, false, 9, false, Subsampling.FULL, Color.WHITE));
    }

    @ParameterizedTest
    @MethodSource({
        "dev.imagemill.contract.pipeline.Documents#refused",
        "dev.imagemill.contract.pipeline.ValueDocuments#refusedFunctions"
    })
    void refusesWithPointerAndExpectation(String json, String pointer, String words) {
        Problem problem = refusal(() -> PipelineParser.parse(json));

        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_PIPELINE);
        assertThat(problem.pointer()).isEqualTo(pointer);
        assertThat(problem.detail()).contains(words);
    }

    @ParameterizedTest
    @MethodSource("dev.imagemill.contract.pipeline.Documents#malformed")
    void saysWhereTextIsNotJson(String json, String words) {
        Problem problem = refusal(() -> PipelineParser.parse(json));

        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_PIPELINE);
        assertThat(problem.pointer()).isEmpty();
        assertThat(problem.detail())
                .contains(words)
                .doesNotContain("REDACTED", "Feature", "Constraints", "tools.jackson");
    }

    @Test
    void pointsIntoTheEnclosingDocument() {
        Problem problem = refusal(() -> PipelineParser.parse(
                JsonMapper.shared().readTree("{\"output\":{\"format\":\"bmp\"}}"), "/renditions/3/pipeline"));

        assertThat(problem.pointer()).isEqualTo("/renditions/3/pipeline/output/format");
    }

    @Test
    void shortensWhatItEchoes() {
        Problem problem =
                refusal(() -> PipelineParser.parse("{\"output\":{\"format\":\"" + "x".repeat(10_000) + "\"}}"));

        assertThat(problem.detail()).hasSizeLessThan(300);
    }

    private static Problem refusal(ThrowingCallable parsing) {
        ProblemException e = catchThrowableOfType(ProblemException.class, parsing);
        assertThat(e).isNotNull();
        return e.problem();
    }
}
