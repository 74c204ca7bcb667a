package dev.imagemill.storage.database;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemType;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers {@code catalog-unavailable} when Postgres is away or overwhelmed, and says when to come back. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class CatalogueAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(CatalogueAdvice.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    @ExceptionHandler({
        NonTransientDataAccessResourceException.class,
        TransientDataAccessException.class,
        RecoverableDataAccessException.class,
        TransactionException.class
    })
    ResponseEntity<Map<String, Object>> unavailable(Exception failure) {
        LOG.warn("the catalogue's database is not available: {}", failure.toString());
        Problem problem =
                Problem.of(ProblemType.CATALOG_UNAVAILABLE, "the catalogue's database did not answer: try again later");
        return ResponseEntity.status(problem.type().status())
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.document());
    }
}
