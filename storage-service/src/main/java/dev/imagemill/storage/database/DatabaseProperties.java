package dev.imagemill.storage.database;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where Postgres is. Spring Boot's {@code spring.datasource.url}, {@code username} and {@code password} take these values unless they are set themselves.
 *
 * @param url JDBC address of the database; {@code jdbc:postgresql://127.0.0.1:5432/imagemill} if it is not set
 * @param user who owns the tables; {@code imagemill} if it is not set
 * @param password the user's password; {@code imagemill} if it is not set
 */
@Validated
@ConfigurationProperties("imagemill.storage.database")
public record DatabaseProperties(
        @Pattern(regexp = "jdbc:postgresql:.+", message = "begins with jdbc:postgresql:") @Nullable
        String url,

        @Nullable String user,
        @Nullable String password) {
    /** Everything but the password, so that logging the settings does not give it away. */
    @Override
    public String toString() {
        return "DatabaseProperties[url=%s, user=%s]".formatted(url, user);
    }
}
