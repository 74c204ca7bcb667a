package dev.imagemill.ingest.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    @ParameterizedTest
    @CsvSource({
        "harbour.jpg, harbour.jpg",
        "../../etc/passwd, passwd",
        "C:\\fotos\\hafen.jpg, hafen.jpg",
        "a/b\\c.png, c.png",
        "'  spaced out .gif ', spaced out .gif",
        "Ärger & Co (1).webp, Ärger & Co (1).webp",
        "日本の写真.png, 日本の写真.png"
    })
    void keepsTheLastPartOfPaths(String given, String expected) {
        assertThat(FileName.clean(given, "fallback")).isEqualTo(expected);
    }

    @Test
    void dropsWhatCannotBeSeen() {
        assertThat(FileName.clean("a\u0000b\r\nc\u202egpj.exe\u2028\ud800", "fallback"))
                .isEqualTo("abcgpj.exe");
    }

    @Test
    void composesDecomposedLetters() {
        assertThat(FileName.clean("A\u0308.jpg", "fallback")).isEqualTo("\u00c4.jpg");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", ".", "..", "folder/", "\u0007"})
    void fallsBackWhenNothingIsLeft(String given) {
        assertThat(FileName.clean(given, "fallback")).isEqualTo("fallback");
    }

    @Test
    void shortensToBytesBetweenCharactersAndKeepsTheExtension() {
        String name = FileName.clean("\ud83c\udf05".repeat(100) + ".jpeg", "fallback");

        assertThat(name.getBytes(UTF_8).length).isBetween(250, FileName.MAX_BYTES);
        assertThat(name).endsWith("\ud83c\udf05.jpeg").matches(text -> !text.contains("\ufffd"));
        assertThat(name.codePoints().filter(c -> c == 0x1f305).count()).isEqualTo(62);
    }

    @Test
    void shortensWhatOnlyLooksLikeAnExtension() {
        assertThat(FileName.clean("a." + "b".repeat(400), "fallback")).isEqualTo("a." + "b".repeat(253));
    }
}
