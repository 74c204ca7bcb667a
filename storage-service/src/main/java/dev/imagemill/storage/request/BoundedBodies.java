package dev.imagemill.storage.request;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Refuses request bodies that are larger than any sensible one, before they fill the heap. */
@ControllerAdvice("dev.imagemill.storage")
final class BoundedBodies extends RequestBodyAdviceAdapter {
    /** Bytes that a body may have: ten times what 10,000 ids take. */
    static final int LIMIT = 4 << 20;

    @Override
    public boolean supports(
            MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converterType)
            throws IOException {
        if (message.getHeaders().getContentLength() > LIMIT) {
            throw tooLarge();
        }
        return new Bounded(message.getHeaders(), new BoundedStream(message.getBody()));
    }

    private static ProblemException tooLarge() {
        return new ProblemException(
                ProblemType.TOO_MANY_BYTES, "the body has more than the " + LIMIT + " bytes that one may have");
    }

    private record Bounded(HttpHeaders headers, InputStream body) implements HttpInputMessage {
        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return body;
        }
    }

    private static final class BoundedStream extends FilterInputStream {
        private long total;

        BoundedStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            total += read;
            if (total > LIMIT) {
                throw tooLarge();
            }
        }
    }
}
