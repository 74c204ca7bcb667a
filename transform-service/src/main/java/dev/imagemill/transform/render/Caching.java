package dev.imagemill.transform.render;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How long pictures may be kept by caches.
 *
 * @param changing those whose address can come to mean another one
 */
record Caching(Duration changing, InstantSource clock) {
    /** The longest that means anything, by custom. */
    private static final long YEAR = Duration.ofDays(365).toSeconds();

    /** How long an address is good yet; throws {@code url-expired} if it is not. */
    long secondsLeft(Address address) {
        return address.secondsLeft(clock.instant());
    }

    /**
     * A picture, as caches are told of it.
     *
     * @param key of the rendition
     * @param lasting whether its address will always mean this picture
     * @param secondsLeft how long the address is good
     */
    CachedAs of(String key, boolean lasting, long secondsLeft) {
        long age = Math.min(lasting ? YEAR : changing.toSeconds(), secondsLeft);
        boolean immutable = lasting && secondsLeft == Long.MAX_VALUE;
        // Weak, as two that are made at the same moment may differ by rounding.
        return new CachedAs("W/\"" + key + '"', "public, max-age=" + age + (immutable ? ", immutable" : ""));
    }
}
