package dev.imagemill.transform.wanted;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** What a client accepts. */
public final class Accepted {
    private Accepted() {}

    /** The request's {@code Accept} headers as one, or null if it has none. */
    public static @Nullable String by(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        return headers.isEmpty() ? null : String.join(",", headers);
    }
}
