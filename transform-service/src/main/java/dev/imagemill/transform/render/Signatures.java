package dev.imagemill.transform.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures of addresses: {@code <key id>.<base64url of HMAC-SHA256>}, without padding, of the text that follows the signature and its
 * slash in the address.
 */
final class Signatures {
    private static final String ALGORITHM = "HmacSHA256";

    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();

    Signatures(List<RenderProperties.Key> keys) {
        keys.forEach(
                key -> this.keys.put(key.id(), new SecretKeySpec(key.secret().getBytes(UTF_8), ALGORITHM)));
    }

    /** The signature by the first key. */
    String sign(String text) {
        Map.Entry<String, SecretKeySpec> first = keys.entrySet().iterator().next();
        return first.getKey() + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(mac(first.getValue(), text));
    }

    /**
     * Refuses a signature that none of the keys has made of this text. The comparison takes as long for a wrong signature as for a
     * right one.
     *
     * @throws ProblemException {@code invalid-signature}
     */
    void verify(String signature, String text) {
        int dot = signature.indexOf('.');
        SecretKeySpec key = dot < 0 ? null : keys.get(signature.substring(0, dot));
        if (key == null || !MessageDigest.isEqual(mac(key, text), decoded(signature.substring(dot + 1)))) {
            throw new ProblemException(
                    ProblemType.INVALID_SIGNATURE, "the signature in the address is not that of what follows it");
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getUrlDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
