package dev.imagemill.platform.problem;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemType;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Answers for what Tomcat refuses before any application sees it, such as a path with an encoded slash. Tomcat makes it. */
public final class ProblemValve extends ErrorReportValve {
    private static final int FIRST_ERROR = 400;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        int status = response.getStatus();
        if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        AtomicBoolean allowed = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
        if (allowed.get()) {
            write(response, document(ProblemMapping.ofStatus(HttpStatusCode.valueOf(status)), request.getRequestURI()));
        }
    }

    private static Map<String, Object> document(ProblemType type, @Nullable String path) {
        Map<String, Object> document =
                new LinkedHashMap<>(Problem.of(type, type.title()).document());
        if (path != null) {
            document.put("instance", path);
        }
        return document;
    }

    private static void write(Response response, Map<String, Object> document) {
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(JsonMapper.shared().writeValueAsString(document));
                response.finishResponse();
            }
        } catch (IOException e) {
            // Nobody is there to read it.
        }
    }
}
