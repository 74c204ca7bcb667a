package dev.imagemill.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.imageop.Mode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnifferTest {
    @ParameterizedTest
    @MethodSource("dev.imagemill.codec.Pictures#written")
    void knowsWhatTheEncoderWrites(ImageFormat format) {
        byte[] file = Codec.encode(Pictures.waves(Mode.RGB, 16, 16), EncodeOptions.of(format));
        assertThat(Codec.sniff(file)).contains(format);
        assertThat(Codec.sniff(Arrays.copyOf(file, 32))).contains(format);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "<?xml version=\"1.0\"?>\n<!-- a <svg> of ours --> <svg>",
                "\uFEFF  <!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"x\" [<!ENTITY a \"b\">]>\n<svg width='1'>",
                "<s:svg xmlns:s='http://www.w3.org/2000/svg'>"
            })
    void knowsSvgBehindItsProlog(String text) {
        assertThat(Codec.sniff(text.getBytes(StandardCharsets.UTF_8))).contains(ImageFormat.SVG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "<html><svg></html>",
                "<!-- <svg> -->",
                "# a page about <svg>",
                "RIFF....WAVE",
                "GIF88a",
                "svg"
            })
    void knowsNothingElse(String text) {
        assertThat(Codec.sniff(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void isNotSlowOnMarkupThatNeverBecomesSvg() {
        byte[] comments = "<!-- -->".repeat(600).getBytes(StandardCharsets.UTF_8);
        assertThat(Codec.sniff(comments)).isEmpty();
        assertThat(Codec.sniff("<!DOCTYPE ".repeat(500).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }
}
