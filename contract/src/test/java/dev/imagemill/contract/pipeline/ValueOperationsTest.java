package dev.imagemill.contract.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.AlphaMode;
import dev.imagemill.imageop.ImageSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueOperationsTest {
    private static final ImageSize SIZE = new ImageSize(300, 201);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"op":"alpha","to":"none","from":"straight"} | {"op":"alpha","to":"none"}
            {"op":"alpha","to":"straight","from":"premultiplied"} | {"op":"alpha","from":"premultiplied","to":"straight"}
            {"op":"flatten","background":"#FFFFFF"} | {"op":"flatten"}
            {"op":"flatten","background":"#ABCDEF"} | {"op":"flatten","background":"#abcdef"}
            {"op":"clip"} | {"op":"clip"}
            {"component":"cb","op":"split"} | {"op":"split","component":"cb"}
            """)
    void haveOneCanonicalForm(String operation, String canonical) {
        Pipeline pipeline =
                PipelineParser.parse("{\"operations\":[" + operation + "],\"output\":{\"format\":\"png\"}}");

        assertThat(pipeline.canonical())
                .isEqualTo("{\"operations\":[" + canonical + "],\"output\":{\"format\":\"png\"}}");
    }

    @Test
    void leaveTheSizeAsItIs() {
        assertThat(new Flatten(Color.BLACK).resultSize(SIZE)).isEqualTo(SIZE);
        assertThat(new Alpha(AlphaMode.STRAIGHT, AlphaMode.NONE).resultSize(SIZE))
                .isEqualTo(SIZE);
        assertThat(new Clip().resultSize(SIZE)).isEqualTo(SIZE);
        assertThat(new Split(Component.Y).resultSize(SIZE)).isEqualTo(SIZE);
    }

    @Test
    void giveChromaHalfTheSize() {
        assertThat(new Split(Component.CR).resultSize(new ImageSize(300, 200))).isEqualTo(new ImageSize(150, 100));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new Split(Component.CB).resultSize(SIZE))
                .satisfies(e -> {
                    assertThat(e.problem().type()).isEqualTo(ProblemType.UNSUPPORTED_CONVERSION);
                    assertThat(e.problem().pointer()).isEqualTo("/component");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "STRAIGHT, STRAIGHT, false",
        "STRAIGHT, PREMULTIPLIED, true",
        "PREMULTIPLIED, STRAIGHT, true",
        "STRAIGHT, NONE, true",
        "NONE, NONE, true",
        "NONE, STRAIGHT, true",
        "CHANNEL_PACKED, NONE, false",
        "NONE, CHANNEL_PACKED, false",
        "STRAIGHT, CHANNEL_PACKED, false"
    })
    void knowWhichMeaningsOfAlphaDiffer(AlphaMode from, AlphaMode to, boolean effect) {
        assertThat(new Alpha(from, to).hasEffect(SIZE)).isEqualTo(effect);
    }
}
