package dev.imagemill.storage.database;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what Postgres answered, or that it did not, where the service cannot start without it. */
final class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        return new FailureAnalysis(
                "Postgres is needed at the start: " + cause.getMessage() + " (SQL state " + cause.getSQLState() + ")",
                "See that it is up and can be reached, and that imagemill.storage.database.url, .user and .password are right.",
                cause);
    }
}
