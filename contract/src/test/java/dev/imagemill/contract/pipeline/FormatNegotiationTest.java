package dev.imagemill.contract.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatNegotiationTest {
    private static final String CHROME = "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8";
    private static final String NAVIGATION =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/png,*/*;q=0.8";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            image/avif                                   | AVIF | AVIF |
            image/webp                                   | WEBP | WEBP | WEBP
            image/webp,image/avif                        | AVIF | AVIF | WEBP
            image/avif;q=0.5,image/webp                  | WEBP | WEBP | WEBP
            image/webp;q=0.5,image/jpeg;q=0.9,*/*;q=0.1  | JPEG | WEBP | WEBP
            image/webp;q=0,image/*                       | JPEG | PNG  | GIF
            IMAGE/WEBP ; Q=0.9 , image/png;q=0.3         | WEBP | WEBP | WEBP
            image/*                                      | JPEG | PNG  | GIF
            */*                                          | JPEG | PNG  | GIF
            image/*;q=0.4,image/jpeg;q=0                 | PNG  | PNG  | GIF
            image/jpeg;q=0.2,*/*;q=0.7                   | PNG  | PNG  | GIF
            image/png                                    | PNG  | PNG  |
            image/jpeg                                   | JPEG |      |
            image/gif                                    |      |      | GIF
            text/html                                    |      |      |
            */*;q=0                                      |      |      |
            image/webp;q=nonsense                        | WEBP | WEBP | WEBP
            ,;;,=,image/*;level=1;q=0.001                | JPEG | PNG  | GIF
            """)
    void takesTheBestOfWhatIsAccepted(
            String accept, @Nullable String still, @Nullable String transparent, @Nullable String animated) {
        assertThat(chosen(accept, false, false)).isEqualTo(still);
        assertThat(chosen(accept, true, false)).isEqualTo(transparent);
        assertThat(chosen(accept, false, true)).isEqualTo(animated);
        assertThat(chosen(accept, true, true)).isEqualTo(animated);
    }

    @Test
    void knowsWhatBrowsersSend() {
        assertThat(chosen(CHROME, false, false)).isEqualTo("AVIF");
        assertThat(chosen(CHROME, false, true)).isEqualTo("WEBP");
        assertThat(chosen(NAVIGATION, true, false)).isEqualTo("AVIF");
    }

    @Test
    void answersWithoutAHeaderWhatEverybodyReads() {
        for (String none : Arrays.asList(null, "", " ")) {
            assertThat(chosen(none, false, false)).isEqualTo("JPEG");
            assertThat(chosen(none, true, false)).isEqualTo("PNG");
            assertThat(chosen(none, false, true)).isEqualTo("GIF");
        }
    }

    private static @Nullable String chosen(@Nullable String accept, boolean alpha, boolean animated) {
        return FormatNegotiation.choose(accept, alpha, animated)
                .map(format -> format.id().toUpperCase(Locale.ROOT))
                .orElse(null);
    }
}
