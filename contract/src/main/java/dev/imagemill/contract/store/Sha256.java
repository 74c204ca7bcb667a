package dev.imagemill.contract.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 as Imagemill writes it: 64 lower-case hexadecimal digits. */
public final class Sha256 {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private Sha256() {}

    public static String of(byte[] bytes) {
        return hex(digest().digest(bytes));
    }

    /** The digest of the text's UTF-8 bytes. */
    public static String of(String text) {
        return of(text.getBytes(UTF_8));
    }

    /** A fresh digest to be fed piece by piece; {@link #hex} writes its result. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    public static boolean isDigest(String text) {
        return DIGEST.matcher(text).matches();
    }

    static String requireDigest(String text, String what) {
        if (!isDigest(text)) {
            throw new IllegalArgumentException(what + " is 64 lower-case hexadecimal digits, not \"" + text + "\"");
        }
        return text;
    }
}
