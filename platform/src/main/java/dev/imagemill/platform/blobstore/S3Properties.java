package dev.imagemill.platform.blobstore;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where object storage is and how to talk to it.
 *
 * @param endpoint address of the S3 server, such as {@code https://s3.eu-central-1.amazonaws.com}
 * @param region region that requests are signed for
 * @param bucket the one bucket that holds everything; made if it is missing
 * @param accessKey name to sign with
 * @param secretKey secret to sign with
 * @param connectTimeout how long to wait for a connection
 * @param readTimeout how long the server may be silent, while sending and while answering
 * @param callTimeout how long one request may take in all, its retries included; a part of a big object is one request
 * @param attempts how often a request is tried before the store counts as unavailable
 * @param maxConnections how many requests run at a time
 * @param conditionalWrites whether the server honours {@code If-None-Match: *} on writes; otherwise one more request asks before whether an object is
 *     there
 */
@Validated
@ConfigurationProperties("imagemill.s3")
public record S3Properties(
        @NotNull @DefaultValue("http://127.0.0.1:9000") URI endpoint,
        @NotBlank @DefaultValue("us-east-1") String region,

        @NotNull
        @Pattern(
                regexp = "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]",
                message = "is 3 to 63 lower-case letters, digits, dots and hyphens")
        @DefaultValue("imagemill")
        String bucket,

        @NotBlank @DefaultValue("imagemill") String accessKey,
        @NotBlank @DefaultValue("imagemill-secret") String secretKey,

        @NotNull @DurationMin(millis = 1) @DefaultValue("2s")
        Duration connectTimeout,

        @NotNull @DurationMin(millis = 1) @DefaultValue("10s")
        Duration readTimeout,

        @NotNull @DurationMin(millis = 1) @DefaultValue("30s")
        Duration callTimeout,

        @Min(1) @Max(10) @DefaultValue("3") int attempts,
        @Min(1) @Max(10_000) @DefaultValue("128") int maxConnections,
        @DefaultValue("true") boolean conditionalWrites) {

    @AssertTrue(message = "endpoint begins with http:// or https:// and names a host")
    boolean isEndpointAnAddress() {
        return endpoint.getHost() != null
                && ("http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme()));
    }

    /** Everything but the secret, so that logging the settings does not give it away. */
    @Override
    public String toString() {
        return "S3Properties[endpoint=%s, region=%s, bucket=%s, accessKey=%s]"
                .formatted(endpoint, region, bucket, accessKey);
    }
}
