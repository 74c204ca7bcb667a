package dev.imagemill.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** Takes JPEG files apart and puts things into them. */
final class JpegFiles {
    private JpegFiles() {}

    static int indexOfMarker(byte[] file, int marker) {
        for (int i = 0; i + 1 < file.length; i++) {
            if ((file[i] & 0xff) == 0xff && (file[i + 1] & 0xff) == marker) {
                return i;
            }
        }
        return -1;
    }

    static byte[] insert(byte[] file, int at, byte... inserted) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, at);
        out.writeBytes(inserted);
        out.write(file, at, file.length - at);
        return out.toByteArray();
    }

    /** With an EXIF segment that says nothing but the orientation. */
    static byte[] withOrientation(byte[] file, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xffe1).putShort((short) 34).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.putInt(0);
        return insert(file, 2, exif.array());
    }

    /** With an ICC profile, short enough for one segment. */
    static byte[] withProfile(byte[] file, byte[] profile) {
        return withProfile(file, profile, 1);
    }

    /** With an ICC profile in so many segments. */
    static byte[] withProfile(byte[] file, byte[] profile, int pieces) {
        byte[] result = file;
        for (int piece = pieces; piece >= 1; piece--) {
            int from = profile.length * (piece - 1) / pieces;
            int to = profile.length * piece / pieces;
            result = insert(result, 2, profileSegment(Arrays.copyOfRange(profile, from, to), piece, pieces));
        }
        return result;
    }

    static byte[] profileSegment(byte[] content, int piece, int pieces) {
        ByteBuffer segment = ByteBuffer.allocate(18 + content.length);
        segment.putShort((short) 0xffe2).putShort((short) (16 + content.length));
        segment.put("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII))
                .put((byte) piece)
                .put((byte) pieces)
                .put(content);
        return segment.array();
    }

    /** One of the files in {@code src/test/resources/jpeg}. */
    static byte[] variant(String kind) {
        try (InputStream in = JpegFiles.class.getResourceAsStream("/jpeg/" + kind + ".jpg")) {
            return Objects.requireNonNull(in, kind).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A grey progressive file, sound and empty, of so many scans: every coefficient in one of its own, then its lower bits. */
    static byte[] scans(int width, int height, int scans) {
        int blocks = Math.ceilDiv(width, 8) * Math.ceilDiv(height, 8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xdb, 0, 67, 0});
        byte[] steps = new byte[64];
        Arrays.fill(steps, (byte) 16);
        out.writeBytes(steps);
        ByteBuffer frame = ByteBuffer.allocate(13).putShort((short) 0xffc2).putShort((short) 11);
        frame.put((byte) 8).putShort((short) height).putShort((short) width).put(new byte[] {1, 1, 0x11, 0});
        out.writeBytes(frame.array());
        // One code of one bit, in either table: no difference to the block before, and end of the block.
        for (byte table : new byte[] {0, 0x10}) {
            out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xc4, 0, 20, table, 1});
            out.writeBytes(new byte[16]);
        }
        byte[] nothing = new byte[Math.ceilDiv(blocks, 8)];
        nothing[nothing.length - 1] = (byte) ((1 << (nothing.length * 8 - blocks)) - 1);
        for (int scan = 0; scan < scans; scan++) {
            int coefficient = scan == 0 ? 0 : (scan - 1) % 63 + 1;
            int low = scan == 0 ? 0 : 13 - (scan - 1) / 63;
            int high = scan == 0 || low == 13 ? 0 : low + 1;
            out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xda, 0, 8, 1, 1, 0});
            out.writeBytes(new byte[] {(byte) coefficient, (byte) coefficient, (byte) ((high << 4) | low)});
            out.writeBytes(nothing);
        }
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd9});
        return out.toByteArray();
    }
}
