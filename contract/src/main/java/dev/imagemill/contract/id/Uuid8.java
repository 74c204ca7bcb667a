package dev.imagemill.contract.id;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imagemill.contract.store.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.UUID;

/** Makes version 8 UUIDs (RFC 9562) from what they name: the same parts always give the same id. */
public final class Uuid8 {
    private Uuid8() {}

    /** The first 122 free bits of the SHA-256 of the parts, each preceded by its length in bytes (32 bits, big-endian). */
    public static UUID of(String... parts) {
        MessageDigest digest = Sha256.digest();
        for (String part : parts) {
            byte[] bytes = part.getBytes(UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            digest.update(bytes);
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        long high = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x8000L;
        long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
