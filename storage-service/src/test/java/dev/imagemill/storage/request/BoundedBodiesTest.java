package dev.imagemill.storage.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.mock.http.MockHttpInputMessage;

class BoundedBodiesTest {
    private final MethodParameter parameter;

    BoundedBodiesTest() throws NoSuchMethodException {
        parameter = new MethodParameter(BoundedBodiesTest.class.getDeclaredMethod("take", byte[].class), 0);
    }

    @Test
    void handsOnABodyOfTheGreatestSize() throws Exception {
        byte[] body = new byte[BoundedBodies.LIMIT];

        assertThat(bounded(new MockHttpInputMessage(body)).getBody().readAllBytes())
                .isEqualTo(body);
    }

    @Test
    void refusesABodyThatAnnouncesTooMuch() {
        MockHttpInputMessage message = new MockHttpInputMessage(new byte[0]);
        message.getHeaders().setContentLength(BoundedBodies.LIMIT + 1L);

        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> bounded(message));

        assertThat(refusal.problem().type()).isEqualTo(ProblemType.TOO_MANY_BYTES);
    }

    @Test
    void stopsReadingABodyThatAnnouncesNothingAndNeverEnds() throws Exception {
        HttpInputMessage message = bounded(new MockHttpInputMessage(endless()));

        assertThatThrownBy(() -> message.getBody().readAllBytes())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(String.valueOf(BoundedBodies.LIMIT));
    }

    private HttpInputMessage bounded(HttpInputMessage message) throws Exception {
        return new BoundedBodies()
                .beforeBodyRead(message, parameter, byte[].class, ByteArrayHttpMessageConverter.class);
    }

    private static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return ' ';
            }
        };
    }

    @SuppressWarnings("unused") // a parameter to speak of
    private static void take(byte[] body) {}
}
