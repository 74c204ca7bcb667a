package dev.imagemill.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that addresses of pictures are signed with.
 *
 * @param id what signatures name it by
 * @param secret text whose UTF-8 bytes are the key of HMAC-SHA256
 */
public record RenderKey(String id, String secret) {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int RANDOM_BYTES = 32;

    /** Reads {@code id:secret}. */
    public static RenderKey parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            throw new IllegalArgumentException("a key is its id, a colon and its secret");
        }
        return new RenderKey(text.substring(0, colon), text.substring(colon + 1));
    }

    /** A new key with a random secret. */
    public static RenderKey random(String id) {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new RenderKey(id, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return id + ":" + secret;
    }

    /** The id only, so that the secret gets into no message. */
    @Override
    public String toString() {
        return "RenderKey[id=" + id + "]";
    }

    /** The signature of what follows it in an address. */
    public String sign(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            return id + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
