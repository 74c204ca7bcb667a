package dev.imagemill.platform.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import org.apache.commons.fileupload2.core.RequestContext;

/** A request as the form parser wants to see it, with the body under its limits. */
record FormContext(HttpServletRequest request, BodyStream body) implements RequestContext {
    @Override
    public String getCharacterEncoding() {
        return UTF_8.name();
    }

    @Override
    public long getContentLength() {
        return request.getContentLengthLong();
    }

    @Override
    public String getContentType() {
        return request.getContentType();
    }

    @Override
    public InputStream getInputStream() {
        return body;
    }

    @Override
    public boolean isMultipartRelated() {
        return false;
    }
}
