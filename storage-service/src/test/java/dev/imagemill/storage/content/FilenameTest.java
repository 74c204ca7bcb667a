package dev.imagemill.storage.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilenameTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a.jpg              | a.jpg        | a.jpg
            x/../../etc/passwd | passwd       | passwd
            c:\\dir\\a b.png   | a b.png      | a%20b.png
            q"uo;te.jpg        | q_uo;te.jpg  | q%22uo%3Bte.jpg
            é.webp             | _.webp       | %C3%A9.webp
            ..                 | image        | image
            dir/               | image        | image
            """)
    void isSafeToSaveUnder(String name, String plain, String encoded) {
        assertThat(Filename.inline(name))
                .isEqualTo("inline; filename=\"%s\"; filename*=UTF-8''%s".formatted(plain, encoded));
    }

    @org.junit.jupiter.api.Test
    void hasNoControlCharacters() {
        assertThat(Filename.inline("a\r\nSet-Cookie: x\u202e.jpg")).doesNotContain("\r", "\n", "\u202e", "%0D");
    }
}
