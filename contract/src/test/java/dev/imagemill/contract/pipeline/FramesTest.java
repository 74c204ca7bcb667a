package dev.imagemill.contract.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.ImageSize;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramesTest {
    private static Frames slice(String text) {
        return new Frames(dev.imagemill.imageop.Slice.parse(text), null);
    }

    @Test
    void takesFramesAsPythonDoes() {
        assertThat(slice("::2").select(5)).containsExactly(0, 2, 4);
        assertThat(slice("::-1").select(3)).containsExactly(2, 1, 0);
        assertThat(slice("-2:").select(5)).containsExactly(3, 4);
        assertThat(slice("0:99").select(2)).containsExactly(0, 1);
        assertThat(new Frames(null, List.of(3, 0, -1, 0)).select(4)).containsExactly(3, 0, 3, 0);
        assertThat(Frames.first().select(1)).containsExactly(0);
    }

    @ParameterizedTest
    @CsvSource({"5, /indexes/1", "-6, /indexes/1"})
    void refusesFramesThatAreNotThere(int index, String pointer) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new Frames(null, List.of(0, index)).select(5))
                .satisfies(e -> {
                    assertThat(e.problem().type()).isEqualTo(ProblemType.OPERATION_OUT_OF_BOUNDS);
                    assertThat(e.problem().pointer()).isEqualTo(pointer);
                    assertThat(e.problem().detail()).contains(index + " among 5");
                });
    }

    @Test
    void refusesToTakeNone() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> slice("5:").select(5))
                .satisfies(e -> assertThat(e.problem().pointer()).isEqualTo("/slice"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Frames(null, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Frames(null, null));
    }

    @Test
    void hasOneCanonicalForm() {
        assertThat(slice("0::1").json()).hasToString("{\"op\":\"frames\",\"slice\":\":\"}");
        assertThat(new Frames(null, List.of(2, -1)).json()).hasToString("{\"op\":\"frames\",\"indexes\":[2,-1]}");
        assertThat(slice("0::1").resultSize(new ImageSize(3, 4))).isEqualTo(new ImageSize(3, 4));
    }

    @Test
    void areHeldBySomeFormats() {
        assertThat(OutputFormat.values())
                .filteredOn(OutputFormat::holdsFrames)
                .containsExactly(OutputFormat.WEBP, OutputFormat.GIF, OutputFormat.TIFF);
    }
}
