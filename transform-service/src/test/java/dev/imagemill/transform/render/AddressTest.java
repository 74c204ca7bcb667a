package dev.imagemill.transform.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.contract.problem.ProblemException;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    private static final String IMAGE = "01a1fb1e-e54c-7039-bd52-27a3aeab594d";

    @Test
    void isSignedAsItStandsThere() {
        assertThat(Address.of("a.b", IMAGE, null).signedText()).isEqualTo("a.b/" + IMAGE);
        assertThat(Address.of("a.b", IMAGE, "expires=017").signedText()).isEqualTo("a.b/" + IMAGE + "?expires=017");
    }

    @Test
    void isGoodUntilItsEnd() {
        Address address = Address.of("a", IMAGE, "expires=1000");
        assertThat(address.secondsLeft(Instant.ofEpochSecond(999))).isEqualTo(1);
        assertProblem(() -> address.secondsLeft(Instant.ofEpochSecond(1000)), "url-expired");
        assertThat(Address.of("a", IMAGE, null).secondsLeft(Instant.MAX)).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "expires",
                "expires=",
                "expires=-1",
                "expires=1.5",
                "expires=1234567890123",
                "expires=1&expires=2",
                "expires=1&width=3",
                "width=3"
            })
    void hasNoOtherQuery(String query) {
        assertProblem(() -> Address.of("a", IMAGE, query), "invalid-request");
    }

    @ParameterizedTest
    @CsvSource({"a b,x", "a/b,x", "a%41,x", "'',x", "a,x;y", "ä,x"})
    void hasPlainSegmentsOnly(String pipeline, String image) {
        assertProblem(() -> Address.of(pipeline, image, null), "invalid-request");
    }

    @Test
    void namesAnImageOrBytes() {
        assertThat(Address.of("a", IMAGE, null).imageId()).isEqualTo(UUID.fromString(IMAGE));
        assertThat(Address.of("a", IMAGE, null).namesBytes()).isFalse();
        assertThat(Address.of("a", "0a".repeat(32), null).namesBytes()).isTrue();
        assertProblem(() -> Address.of("a", "0A".repeat(32), null).imageId(), "image-not-found");
        assertProblem(() -> Address.of("a", "1-1-1-1-1", null).imageId(), "image-not-found");
    }

    private static void assertProblem(ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
    }
}
