package dev.imagemill.transform.render;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Signed addresses.
 *
 * @param keys whose signatures are good; the first is the one to sign with. Without any no address is good
 * @param maxAge how long caches may keep a picture whose address can come to mean another one: an image by its id, or a preset
 */
@Validated
@ConfigurationProperties("imagemill.transform.render")
public record RenderProperties(
        @NotNull @Valid @DefaultValue List<Key> keys,
        @NotNull @DurationMin @DefaultValue("60s") Duration maxAge) {

    @AssertTrue(message = "the ids of keys differ")
    boolean isEveryKeyItsOwn() {
        return keys.stream().map(Key::id).distinct().count() == keys.size();
    }

    /**
     * A key.
     *
     * @param id what signatures name it by
     * @param secret text whose UTF-8 bytes are the key of HMAC-SHA256, 32 random characters or more
     */
    public record Key(
            @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,32}", message = "is 1 to 32 letters, digits, _ and -")
            String id,

            @NotNull @Size(min = 16, message = "has at least 16 characters")
            String secret) {
        /** The id only, so that logging the settings does not give the secret away. */
        @Override
        public String toString() {
            return "Key[id=" + id + "]";
        }
    }
}
