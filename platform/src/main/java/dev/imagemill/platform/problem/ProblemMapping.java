package dev.imagemill.platform.problem;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.platform.blobstore.BlobNotFound;
import dev.imagemill.platform.blobstore.BlobStoreUnavailable;
import dev.imagemill.platform.eventbus.EventBusUnavailable;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springdoc.api.OpenApiResourceNotFoundException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Says which problem an exception is. Only what a client may know gets into it. */
final class ProblemMapping {
    private ProblemMapping() {}

    static Problem problem(Throwable e) {
        return switch (e) {
            case ProblemException known -> known.problem();
            case BlobStoreUnavailable away ->
                Problem.of(ProblemType.STORAGE_UNAVAILABLE, "object storage did not answer; try again later");
            case EventBusUnavailable away ->
                Problem.of(ProblemType.EVENT_BUS_UNAVAILABLE, "the event bus did not answer; try again later");
            case BlobNotFound missing ->
                Problem.of(ProblemType.SOURCE_MISSING, "object storage has nothing under " + missing.key());
            case AsyncRequestTimeoutException late ->
                Problem.of(ProblemType.TIMED_OUT, "the answer was not ready in time; try again later");
            case HttpMessageNotReadableException unreadable -> UnreadableBody.problem(unreadable);
            case MultipartException broken -> BrokenMultipart.problem(broken);
            case MethodArgumentTypeMismatchException misfit -> misfit(misfit);
            case InvalidParameterException broken ->
                Problem.of(ProblemType.INVALID_REQUEST, "the query is not well encoded as UTF-8");
            case OpenApiResourceNotFoundException missing ->
                Problem.of(ProblemType.NOT_FOUND, "no part of the interface has this name");
            case NoResourceFoundException missing ->
                Problem.of(ProblemType.NOT_FOUND, "there is nothing under this path");
            case ErrorResponse response -> ofSpring(response);
            default ->
                isCatalogueAway(e)
                        ? Problem.of(ProblemType.CATALOG_UNAVAILABLE, "the catalogue did not answer; try again later")
                        : ofCause(e);
        };
    }

    static ProblemType ofStatus(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> ProblemType.NOT_FOUND;
            case 405 -> ProblemType.METHOD_NOT_ALLOWED;
            case 406 -> ProblemType.NOT_ACCEPTABLE;
            case 409 -> ProblemType.CONFLICT;
            case 412 -> ProblemType.PRECONDITION_FAILED;
            case 413 -> ProblemType.TOO_MANY_BYTES;
            case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
            case 416 -> ProblemType.RANGE_NOT_SATISFIABLE;
            default -> status.is4xxClientError() ? ProblemType.INVALID_REQUEST : ProblemType.INTERNAL_ERROR;
        };
    }

    /** What Spring says of its own errors names the parameter, method or media type, and nothing from inside. */
    private static Problem ofSpring(ErrorResponse response) {
        ProblemType type = ofStatus(response.getStatusCode());
        String detail = response.getBody().getDetail();
        return type == ProblemType.INTERNAL_ERROR || detail == null || detail.isEmpty()
                ? Problem.of(type, type.title())
                : Problem.of(type, detail);
    }

    private static Problem misfit(MethodArgumentTypeMismatchException e) {
        Class<?> type = e.getRequiredType();
        String expected = type == null ? "" : ": expected " + expected(type);
        return Problem.of(ProblemType.INVALID_REQUEST, "the value of '" + e.getName() + "' cannot be read" + expected);
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        return type == int.class || type == long.class || Number.class.isAssignableFrom(type)
                ? "a number"
                : "a value of the kind " + type.getSimpleName();
    }

    /** Spring wraps what a handler threw, if it was an error or a checked exception behind a future. */
    private static Problem ofCause(Throwable e) {
        Throwable cause = e.getCause();
        return cause == null || cause == e
                ? Problem.of(ProblemType.INTERNAL_ERROR, "the request could not be answered; the log says why")
                : problem(cause);
    }

    private static boolean isCatalogueAway(Throwable e) {
        return e instanceof DataAccessResourceFailureException
                || e instanceof TransientDataAccessException
                || e instanceof RecoverableDataAccessException
                || e instanceof TransactionException;
    }
}
