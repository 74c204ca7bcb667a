package dev.imagemill.storage.job;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.storage.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/**
 * An item of a job that cannot be made.
 *
 * @param imageId the image
 * @param imageName its name
 * @param rendition full name of the rendition
 * @param problem why not, as a problem document
 */
record JobFailure(UUID imageId, String imageName, String rendition, Map<String, Object> problem) {
    static JobFailure row(ResultSet row, int number) throws SQLException {
        ProblemType type = ProblemType.ofCode(row.getString("code")).orElse(ProblemType.INTERNAL_ERROR);
        return new JobFailure(
                Columns.uuid(row, "image_id"),
                row.getString("name"),
                row.getString("rendition"),
                Problem.of(type, row.getString("detail")).document());
    }
}
