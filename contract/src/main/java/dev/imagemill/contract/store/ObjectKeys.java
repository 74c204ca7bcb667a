package dev.imagemill.contract.store;

import java.util.regex.Pattern;

/** The keys of objects in the bucket. */
public final class ObjectKeys {
    public static final String BLOBS = "blobs/";
    public static final String RENDITIONS = "renditions/";
    public static final String PRESETS = "presets/";
    public static final String IDEMPOTENCY = "idempotency/";

    /** What of a preset's name matters to a key: it is one path segment. The pipeline package says what names there are. */
    private static final Pattern SEGMENT = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

    private ObjectKeys() {}

    /** Where the bytes of the given SHA-256 digest lie. */
    public static String blob(String sha256) {
        return BLOBS + Sha256.requireDigest(sha256, "a blob's name");
    }

    /** Where a rendition lies, by the digest of its {@link RenditionKey}. */
    public static String rendition(String digest) {
        return RENDITIONS + Sha256.requireDigest(digest, "a rendition's key");
    }

    /** Where the current revision of a preset lies, for services that do not ask the catalogue. */
    public static String preset(String name) {
        if (!SEGMENT.matcher(name).matches()) {
            throw new IllegalArgumentException("there is no preset of the name \"" + name + '"');
        }
        return PRESETS + name + ".json";
    }

    /** Where the answer to a request with this idempotency key is kept; the key itself does not appear in it. */
    public static String idempotency(String idempotencyKey) {
        return IDEMPOTENCY + Sha256.of(idempotencyKey) + ".json";
    }
}
