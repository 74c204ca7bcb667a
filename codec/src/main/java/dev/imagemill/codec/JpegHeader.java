package dev.imagemill.codec;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The segments of a JPEG (ITU-T T.81, annex B) up to its first scan, read for what libjpeg makes of them otherwise.
 *
 * <p>It calls an image with a side above 65,500 damaged, though it is only too large; so the size is checked here. And it warns of two
 * faults that cameras and editors really make and that hurt no pixel, in the same voice in which it warns of lost pixels: bytes
 * between two segments, and scan parameters that a sequential scan has no use for. Since warnings have to count as damage, these two
 * are put right beforehand, in a copy.
 *
 * <p>What is read here beyond that answers for a file that is ordinary in every respect; of any other, nothing is said.
 */
final class JpegHeader {
    private static final int FIRST_SEGMENT = 2;
    private static final int EXIF = 0xe1;
    private static final int PROFILE = 0xe2;
    private static final int START_OF_SCAN = 0xda;

    /** How a scan's header ends: all coefficients at once, the only thing that a sequential scan can have. */
    private static final MemorySegment FULL_SPECTRUM = MemorySegment.ofArray(new byte[] {0, 63, 0});

    /** The other precision that a JPEG with losses can have. */
    private static final int DEEP = 12;

    /** Marker, length, one component, three parameters. */
    private static final int SHORTEST_SCAN = 10;

    /** A file with more gaps than this is not a camera's slip. */
    private static final int MOST_GAPS = 64;

    private final MemorySegment bytes;
    private final List<MemorySegment> kept = new ArrayList<>();
    private final JpegProfile profile = new JpegProfile();
    private final ExifOrientation orientation = new ExifOrientation();
    private @Nullable JpegFrame frame;
    private int frames;
    private int scanned;
    private long keptTo;
    private long scanEnd;

    private JpegHeader(MemorySegment bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads the segments. Says nothing about a header that it cannot follow; libjpeg will.
     *
     * @throws LimitExceeded if the picture is larger than the limits allow
     */
    static JpegHeader read(MemorySegment bytes, Limits limits) {
        JpegHeader header = new JpegHeader(bytes);
        header.walk(limits);
        return header;
    }

    private void walk(Limits limits) {
        long at = FIRST_SEGMENT;
        while (at + 4 <= bytes.byteSize() && kept.size() < MOST_GAPS) {
            long segment = marker(at);
            if (segment + 4 > bytes.byteSize()) {
                return;
            }
            if (segment > at) {
                kept.add(bytes.asSlice(keptTo, at - keptTo));
                keptTo = segment;
            }
            int marker = unsigned(segment + 1);
            long end = segment + 2 + pair(segment + 2);
            if (marker == START_OF_SCAN) {
                scanEnd = end <= bytes.byteSize() && end >= segment + SHORTEST_SCAN ? end : 0;
                scanned = scanEnd == 0 ? 0 : unsigned(segment + 4);
                return;
            }
            note(marker, segment, end, limits);
            at = end;
        }
    }

    private void note(int marker, long segment, long end, Limits limits) {
        if (JpegFrame.isMarker(marker) && segment + 9 <= bytes.byteSize()) {
            limits.checkHeader(pair(segment + 7), pair(segment + 5), 1);
            frames++;
            frame = JpegFrame.of(marker, content(segment, end));
        } else if (marker == EXIF) {
            orientation.add(content(segment, end));
        } else if (marker == PROFILE) {
            profile.add(content(segment, end));
        }
    }

    /** What a segment holds, marker and length left out. */
    private MemorySegment content(long segment, long end) {
        return bytes.asSlice(segment + 4, Math.max(0, Math.min(end, bytes.byteSize()) - segment - 4));
    }

    /**
     * Makes sure that the picture is of a kind that is decoded, and at bearable cost.
     *
     * @throws UnsupportedImage if it is not
     */
    void requireDecodable() {
        if (frame == null || scanEnd == 0) {
            return;
        }
        if (frame.precision() == DEEP) {
            throw new UnsupportedImage("JPEGs of " + DEEP + " bits a sample are not read");
        }
        if (hasSeveralScans()) {
            JpegScans.check(bytes, scanEnd);
        }
    }

    /** Whether the picture comes in several scans, each over all of it. */
    boolean hasSeveralScans() {
        return frame != null && (frame.isProgressive() || scanned < frame.components());
    }

    /** The same bytes, or a copy in this arena without harmless faults. */
    MemorySegment sound(Arena arena) {
        if (isSound()) {
            return bytes;
        }
        boolean full = isFull();
        List<MemorySegment> pieces = new ArrayList<>(kept);
        pieces.add(bytes.asSlice(keptTo, scanEnd - 3 - keptTo));
        pieces.add(full ? bytes.asSlice(scanEnd - 3, 3) : FULL_SPECTRUM);
        pieces.add(bytes.asSlice(scanEnd));
        return joined(pieces, arena);
    }

    private boolean isSound() {
        return scanEnd == 0 || (kept.isEmpty() && isFull());
    }

    private boolean isFull() {
        boolean sequential = frame != null && frame.isSequential();
        return !sequential || bytes.asSlice(scanEnd - 3, 3).mismatch(FULL_SPECTRUM) < 0;
    }

    /** The file up to and with the header of its first scan, if the file is one that leaves nothing to be put right or puzzled over. */
    Optional<MemorySegment> ordinary() {
        boolean ordinary = scanEnd > 0
                && isSound()
                && frames == 1
                && frame != null
                && frame.isOrdinary()
                && orientation.isClear()
                && profile.isClear();
        return ordinary ? Optional.of(bytes.asSlice(0, scanEnd)) : Optional.empty();
    }

    /** Whether a frame's planes have the sizes that its subsampling says; factors that are all doubled are as good, and rare. */
    boolean hasPlainPlanes() {
        return frame != null && frame.singleColour();
    }

    /** The whole file. */
    MemorySegment bytes() {
        return bytes;
    }

    /** What an ordinary file's EXIF says of it, 1..8. */
    int orientation() {
        return orientation.value();
    }

    boolean hasProfile() {
        return profile.isPresent();
    }

    /** An ordinary file's colour profile. */
    Optional<IccProfile> profile() {
        return profile.joined();
    }

    private static MemorySegment joined(List<MemorySegment> pieces, Arena arena) {
        MemorySegment whole = arena.allocate(
                pieces.stream().mapToLong(MemorySegment::byteSize).sum());
        long at = 0;
        for (MemorySegment piece : pieces) {
            MemorySegment.copy(piece, 0, whole, at, piece.byteSize());
            at += piece.byteSize();
        }
        return whole;
    }

    /** Where the next marker stands: after what does not belong to any segment, fill bytes included. */
    private long marker(long from) {
        long at = from;
        while (at + 2 <= bytes.byteSize() && !(unsigned(at) == 0xff && isMarker(unsigned(at + 1)))) {
            at++;
        }
        return at;
    }

    private static boolean isMarker(int code) {
        return code != 0 && code != 0xff;
    }

    private int pair(long at) {
        return (unsigned(at) << 8) | unsigned(at + 1);
    }

    private int unsigned(long at) {
        return bytes.get(JAVA_BYTE, at) & 0xff;
    }
}
