package dev.imagemill.codec;

import java.nio.ByteBuffer;
import java.util.stream.IntStream;

/**
 * An embedded colour profile (ICC.1:2022), as far as one has to look to know that it is sRGB and there is nothing to convert.
 *
 * <p>sRGB profiles have many makers, and profiles that are none are called so, too; so what counts is what a profile does. It is
 * sRGB if it is a matrix and three curves, the curves are those of IEC 61966-2-1, and the matrix moves none of 216 colours by more
 * than two parts in 255, which is how far apart makers' roundings are.
 */
final class IccProfile {
    private static final int TAG_TABLE = 128;
    private static final int TAG_ENTRY = 12;
    private static final int MAX_TAGS = 100;
    private static final int SPACE_AT = 16;
    private static final int CONNECTION_SPACE_AT = 20;
    private static final int RGB = 0x52474220; // "RGB "
    private static final int XYZ = 0x58595a20; // "XYZ "
    private static final int PERCEPTUAL_TABLE = 0x41324230; // "A2B0", which goes before matrix and curves
    private static final int[] COLORANTS = {0x7258595a, 0x6758595a, 0x6258595a}; // "rXYZ", "gXYZ", "bXYZ"
    private static final int COLOR_BYTES = 20;
    private static final int[] CURVES = {0x72545243, 0x67545243, 0x62545243}; // "rTRC", "gTRC", "bTRC"

    /** From the D50 white that profiles connect through to linear sRGB. */
    private static final double[][] TO_SRGB = {
        {3.1338561, -1.6168667, -0.4906146},
        {-0.9787684, 1.9161415, 0.0334540},
        {0.0719453, -0.2289914, 1.4052427}
    };

    /** Steps that a component is tried in from black to white, and how far from where it was it may end up. */
    private static final int STEPS = 5;

    private static final int COLORS = (STEPS + 1) * (STEPS + 1) * (STEPS + 1);

    private static final double NEAR = 2 / 255.0;
    private static final double[] LIGHT = lights(0);
    private static final double[] DARKEST = lights(-NEAR);
    private static final double[] BRIGHTEST = lights(NEAR);

    private static final double FIXED_ONE = 65_536;

    private final ByteBuffer bytes;

    IccProfile(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /** A copy of the profile. */
    byte[] toArray() {
        byte[] copy = new byte[bytes.capacity()];
        bytes.get(0, copy);
        return copy;
    }

    /** Whether what its pixels mean is sRGB. */
    boolean isSrgb() {
        return bytes.capacity() > TAG_TABLE + 4
                && bytes.getInt(SPACE_AT) == RGB
                && bytes.getInt(CONNECTION_SPACE_AT) == XYZ
                && !tag(PERCEPTUAL_TABLE).hasRemaining()
                && hasColorants()
                && hasCurves();
    }

    /** Whether its red, green and blue are those of sRGB. */
    private boolean hasColorants() {
        double[][] matrix = new double[3][3];
        for (int from = 0; from < 3; from++) {
            ByteBuffer color = tag(COLORANTS[from]);
            if (color.remaining() < COLOR_BYTES || color.getInt(0) != XYZ) {
                return false;
            }
            for (int to = 0; to < 3; to++) {
                for (int axis = 0; axis < 3; axis++) {
                    matrix[to][from] += TO_SRGB[to][axis] * color.getInt(8 + 4 * axis) / FIXED_ONE;
                }
            }
        }
        return isNearIdentity(matrix);
    }

    private static boolean isNearIdentity(double[][] matrix) {
        for (int color = 0; color < COLORS; color++) {
            int[] steps = {color / (STEPS + 1) / (STEPS + 1), color / (STEPS + 1) % (STEPS + 1), color % (STEPS + 1)};
            if (!keeps(matrix, steps)) {
                return false;
            }
        }
        return true;
    }

    private static boolean keeps(double[][] matrix, int[] steps) {
        for (int to = 0; to < 3; to++) {
            double light = 0;
            for (int from = 0; from < 3; from++) {
                light += matrix[to][from] * LIGHT[steps[from]];
            }
            // What lies beyond black and white is cut off, so it may lie there.
            boolean low = steps[to] > 0 && light < DARKEST[steps[to]];
            boolean high = steps[to] < STEPS && light > BRIGHTEST[steps[to]];
            if (low || high) {
                return false;
            }
        }
        return true;
    }

    private static double[] lights(double offset) {
        return IntStream.rangeClosed(0, STEPS)
                .mapToDouble(step -> ToneCurve.srgb((double) step / STEPS + offset))
                .toArray();
    }

    private boolean hasCurves() {
        for (int curve : CURVES) {
            if (!new ToneCurve(tag(curve)).isSrgb()) {
                return false;
            }
        }
        return true;
    }

    /** The content of a tag; empty if there is none, or not all of it. */
    private ByteBuffer tag(int signature) {
        int tags = Math.min(bytes.getInt(TAG_TABLE), MAX_TAGS);
        for (int i = 0; i < tags; i++) {
            int entry = TAG_TABLE + 4 + i * TAG_ENTRY;
            if (entry + TAG_ENTRY > bytes.capacity()) {
                break;
            }
            if (bytes.getInt(entry) == signature) {
                int offset = bytes.getInt(entry + 4);
                int length = bytes.getInt(entry + 8);
                boolean whole = offset >= 0 && length >= 0 && offset <= bytes.capacity() - length;
                return whole ? bytes.slice(offset, length) : ByteBuffer.allocate(0);
            }
        }
        return ByteBuffer.allocate(0);
    }
}
