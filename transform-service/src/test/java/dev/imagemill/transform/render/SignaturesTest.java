package dev.imagemill.transform.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesTest {
    private static final RenderProperties.Key K1 = new RenderProperties.Key("k1", "correct-horse-battery-staple-2026");
    private static final RenderProperties.Key K2 = new RenderProperties.Key("k2", "another-secret-of-some-length");
    private static final String TEXT = "thumbnails.w400/01a1fb1e-e54c-7039-bd52-27a3aeab594d";
    private static final String SIGNATURE = "k1.jahwCi9598CGAsUVQ8YSK7w5yumGi81GoH_AoyIIWno";
    private static final String EXPIRING = TEXT + "?expires=1893456000";
    private static final String EXPIRING_SIGNATURE = "k1.67W_S4bc5ffDs8DQRYzcA9twLho070C4spUy0iR-6LE";

    /** Made by openssl and by Python's hmac. */
    @Test
    void signsAsTheDocumentationSays() throws IOException {
        Signatures signatures = new Signatures(List.of(K1, K2));

        assertThat(signatures.sign(TEXT)).isEqualTo(SIGNATURE);
        assertThat(signatures.sign(EXPIRING)).isEqualTo(EXPIRING_SIGNATURE);
        assertThat(Files.readString(Path.of("../docs/render.md")))
                .contains(K1.secret(), SIGNATURE + "/" + TEXT, EXPIRING_SIGNATURE + "/" + EXPIRING);
    }

    @Test
    void acceptsWhatAnyKeyHasSigned() {
        String ofOld = new Signatures(List.of(K1)).sign(TEXT);

        assertThatCode(() -> new Signatures(List.of(K2, K1)).verify(ofOld, TEXT))
                .doesNotThrowAnyException();
        assertRefused(new Signatures(List.of(K2)), ofOld, TEXT);
        assertRefused(new Signatures(List.of()), ofOld, TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "k1",
                "k1.",
                "k1.====",
                "k2.jahwCi9598CGAsUVQ8YSK7w5yumGi81GoH_AoyIIWno",
                "k1.jahwCi9598CGAsUVQ8YSK7w5yumGi81GoH_AoyIIWn",
                "k1.jahwCi9598CGAsUVQ8YSK7w5yumGi81GoH_AoyIIWna",
                "k1.JahwCi9598CGAsUVQ8YSK7w5yumGi81GoH_AoyIIWno",
                "jahwCi9598CGAsUVQ8YSK7w5yumGi81GoH_AoyIIWno"
            })
    void refusesOtherSignatures(String signature) {
        assertRefused(new Signatures(List.of(K1, K2)), signature, TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "thumbnails.w401/01a1fb1e-e54c-7039-bd52-27a3aeab594d",
                "thumbnails.w400/01a1fb1e-e54c-7039-bd52-27a3aeab594e",
                TEXT + "?expires=1893456000",
                TEXT + "/"
            })
    void refusesOtherTexts(String text) {
        assertRefused(new Signatures(List.of(K1)), SIGNATURE, text);
    }

    @Test
    void keepsSecretsOutOfLogs() {
        assertThat(new RenderProperties(List.of(K1), java.time.Duration.ZERO).toString())
                .doesNotContain(K1.secret());
    }

    private static void assertRefused(Signatures signatures, String signature, String text) {
        assertThatThrownBy(() -> signatures.verify(signature, text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type()).isEqualTo(ProblemType.INVALID_SIGNATURE));
    }
}
