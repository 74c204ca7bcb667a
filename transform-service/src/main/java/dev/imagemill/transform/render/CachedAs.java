package dev.imagemill.transform.render;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import org.springframework.http.HttpHeaders;

/**
 * What caches are told of a picture.
 *
 * @param tag its entity tag
 * @param cacheControl how long it may be kept
 */
record CachedAs(String tag, String cacheControl) {
    /** Whether the request's {@code If-None-Match} names it; whether tags are weak does not matter there (RFC 9110, section 13.1.2). */
    boolean isKnownTo(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH)).stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(String::strip)
                .anyMatch(given -> given.equals("*") || opaque(given).equals(opaque(tag)));
    }

    void describe(HttpServletResponse response) {
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.CACHE_CONTROL, cacheControl);
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
