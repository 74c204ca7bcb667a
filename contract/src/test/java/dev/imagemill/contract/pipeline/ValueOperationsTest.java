package dev.imagemill.contract.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.AlphaMode;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import java.util.List;
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
            {"op":"gamma","gamma":2.20} | {"op":"gamma","gamma":2.2}
            {"op":"normalize","upper":99.0,"lower":1} | {"op":"normalize"}
            {"op":"normalize","upper":100,"lower":0.5} | {"op":"normalize","lower":0.5,"upper":100}
            {"op":"matrix","values":[1.0,0,0,0, 0,1,0,0, 0,0,1,0]} | {"op":"matrix","values":[1,0,0,0,1,0,0,0,1]}
            {"op":"matrix","values":[1,0,0,0.50, 0,1,0,0, 0,0,1e0,0]} | {"op":"matrix","values":[1,0,0,0.5,0,1,0,0,0,0,1,0]}
            {"op":"map","functions":["255 - v"],"alpha":true} | {"op":"map","functions":["255-v"]}
            {"op":"map","functions":["v", "gamma( 2.0 )", "(v)"],"alpha":false} | {"op":"map","alpha":false,"functions":["v","gamma(2)","v"]}
            {"op":"convert","mode":"JPEG_YV12"} | {"op":"convert","mode":"JPEG_YV12"}
            {"sigma":4.0,"op":"blur"} | {"op":"blur","sigma":4}
            {"op":"sharpen","threshold":0.010,"sigma":1,"amount":1.0} | {"op":"sharpen"}
            {"op":"sharpen","threshold":0,"sigma":0.5,"amount":1.5} | {"op":"sharpen","amount":1.5,"sigma":0.5,"threshold":0}
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
        assertThat(new Blur(3).resultSize(SIZE)).isEqualTo(SIZE);
        assertThat(new Sharpen(1, 1, 0).resultSize(SIZE)).isEqualTo(SIZE);
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

    @Test
    void takeEvenSizesForPlanarModes() {
        assertThat(new Convert(Mode.YV12).resultSize(new ImageSize(300, 200))).isEqualTo(new ImageSize(300, 200));
        assertThat(new Convert(Mode.CMYK64).resultSize(SIZE)).isEqualTo(SIZE);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new Convert(Mode.JPEG_YV12).resultSize(SIZE))
                .satisfies(e -> {
                    assertThat(e.problem().type()).isEqualTo(ProblemType.UNSUPPORTED_CONVERSION);
                    assertThat(e.problem().pointer()).isEqualTo("/mode");
                    assertThat(e.problem().detail()).contains("even sizes only", "300 x 201");
                });
    }

    @Test
    void leaveOutAGammaOfOne() {
        assertThat(new Gamma(1).hasEffect(SIZE)).isFalse();
        assertThat(new Gamma(1.01).hasEffect(SIZE)).isTrue();
    }

    @Test
    void leaveOutASharpeningThatAddsNothing() {
        assertThat(new Sharpen(1, 0, 0).hasEffect(SIZE)).isFalse();
        assertThat(new Sharpen(1, 1, 1).hasEffect(SIZE)).isFalse();
        assertThat(new Sharpen(1, 0.1, 0).hasEffect(SIZE)).isTrue();
        assertThat(new Blur(1).hasEffect(SIZE)).isTrue();
        assertThat(new Blur(1).hasEffect(new ImageSize(1, 1))).isFalse();
    }

    @Test
    void refuseWhatADocumentCouldNotSay() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Gamma(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Normalize(60, 99));
        assertThatIllegalArgumentException().isThrownBy(() -> new Blur(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Sharpen(1, Double.NaN, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Matrix(List.of(1.0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new MapValues(List.of(), true));
        assertThatIllegalArgumentException().isThrownBy(() -> new Flatten(new Color(0, 0, 0, 0)));
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
