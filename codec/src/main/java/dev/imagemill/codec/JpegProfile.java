package dev.imagemill.codec;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The colour profile of a JPEG, gathered from the APP2 segments that it is spread over (ICC.1:2022, annex B.4). */
final class JpegProfile {
    private static final MemorySegment SIGNATURE =
            MemorySegment.ofArray("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII));

    /** Signature, number of this piece from 1, number of pieces. */
    private static final long FRAMING = 14;

    private final List<MemorySegment> pieces = new ArrayList<>();
    private int announced;
    private boolean odd;

    /** Takes the content of an APP2 segment, whatever it is. */
    void add(MemorySegment content) {
        long signature = SIGNATURE.byteSize();
        if (content.byteSize() < signature || content.asSlice(0, signature).mismatch(SIGNATURE) >= 0) {
            return;
        }
        boolean next = content.byteSize() > FRAMING && unsigned(content, signature) == pieces.size() + 1;
        if (odd || !next) {
            odd = true;
            return;
        }
        int count = unsigned(content, signature + 1);
        odd = !pieces.isEmpty() && count != announced;
        announced = count;
        pieces.add(content.asSlice(FRAMING));
    }

    /** Whether there is no profile, or all of one in the right order. */
    boolean isClear() {
        return !odd && pieces.size() == announced;
    }

    boolean isPresent() {
        return !pieces.isEmpty();
    }

    /** The profile, if there is one. */
    Optional<IccProfile> joined() {
        if (pieces.isEmpty()) {
            return Optional.empty();
        }
        byte[] whole = new byte
                [Math.toIntExact(
                        pieces.stream().mapToLong(MemorySegment::byteSize).sum())];
        int at = 0;
        for (MemorySegment piece : pieces) {
            MemorySegment.copy(piece, JAVA_BYTE, 0, whole, at, (int) piece.byteSize());
            at += (int) piece.byteSize();
        }
        return Optional.of(new IccProfile(whole));
    }

    private static int unsigned(MemorySegment content, long at) {
        return content.get(JAVA_BYTE, at) & 0xff;
    }
}
