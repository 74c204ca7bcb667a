package dev.imagemill.platform.problem;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemType;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamReadException;

/** Says what is wrong with a JSON body, and where, without naming our classes. */
final class UnreadableBody {
    private UnreadableBody() {}

    static Problem problem(HttpMessageNotReadableException e) {
        return switch (e.getCause()) {
            case JacksonIOException broken -> interrupted();
            case IOException broken -> interrupted();
            case StreamReadException malformed ->
                Problem.of(ProblemType.INVALID_REQUEST, "the body is not JSON" + where(malformed));
            case JacksonException misfit ->
                Problem.at(
                        ProblemType.INVALID_REQUEST,
                        pointer(misfit.getPath()),
                        "the value here is not of the expected kind" + where(misfit));
            case null, default -> Problem.of(ProblemType.INVALID_REQUEST, "the body is missing or cannot be read");
        };
    }

    static Problem interrupted() {
        return Problem.of(ProblemType.UPLOAD_INTERRUPTED, "the request ended before its body did");
    }

    private static String where(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static String pointer(List<JacksonException.Reference> path) {
        return path.stream()
                .map(step -> step.getPropertyName() == null
                        ? "/" + step.getIndex()
                        : "/" + step.getPropertyName().replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }
}
