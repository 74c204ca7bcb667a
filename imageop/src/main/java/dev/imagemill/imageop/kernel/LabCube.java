package dev.imagemill.imageop.kernel;

/**
 * RGB to LAB and back by interpolation, as Little CMS does it for Pillow: the formula is worked out at 33 x 33 x 33 nodes, and a colour
 * between them is a weighted mean of four corners of its cell.
 *
 * <p>A cell is cut into six tetrahedra, one for each order of the three fractions. The walk from the cell's lowest corner to its highest takes
 * the axis of the largest fraction first; the weights are the steps between the ordered fractions. A sort without branches orders them: a
 * fraction and the stride of its axis are one integer, and the larger of two is a minimum and a maximum. The three components of a node lie
 * in one {@code long}, 13 bits in fields of 21, so that one multiplication by a weight of eight bits serves all three.
 */
public final class LabCube {
    private static final int NODES = 33;
    private static final int DIAGONAL = NODES * NODES + NODES + 1;

    /** What a fraction of a whole cell would be. */
    private static final int CELL = 256;

    /** What a component has at a node for one in a byte. */
    private static final int SCALE = 32;

    private static final int FIELD = 21;

    /** Of {@link #SCALE} times {@link #CELL}. */
    private static final int SCALE_BITS = 13;

    private static final int HALF = 1 << (SCALE_BITS - 1);
    private static final long HALVES = pack(HALF, HALF, HALF);

    private static final int[] FIRST = axis(NODES * NODES);
    private static final int[] SECOND = axis(NODES);
    private static final int[] THIRD = axis(1);
    private static final int[] CELLS = cells();

    /** The nodes, and so many more that the walk from the last one stays inside; those weigh nothing. */
    private final long[] nodes = new long[NODES * NODES * NODES + DIAGONAL];

    private LabCube(Formula formula) {
        double[] color = new double[3];
        for (int node = 0; node < NODES * NODES * NODES; node++) {
            for (int axis = 2, rest = node; axis >= 0; axis--, rest /= NODES) {
                color[axis] = rest % NODES / (NODES - 1.0);
            }
            formula.convert(color);
            nodes[node] = pack(scaled(color[0]), scaled(color[1]), scaled(color[2]));
        }
    }

    /** A formula from three numbers to three, in place; all are 0 to 1, as the bytes 0 to 255. */
    private interface Formula {
        void convert(double[] color);
    }

    private static final class ToLab {
        static final LabCube CUBE = new LabCube(LabFormula::toLab);
    }

    private static final class ToRgb {
        static final LabCube CUBE = new LabCube(LabFormula::toRgb);
    }

    /** From RGB to LAB. */
    public static LabCube toLab() {
        return ToLab.CUBE;
    }

    /** From LAB to RGB. */
    public static LabCube toRgb() {
        return ToRgb.CUBE;
    }

    /** Converts pixels of three bytes. */
    public void convert(byte[] from, int at, byte[] to, int toAt, int pixels) {
        long[] table = nodes;
        for (int i = 0; i < pixels; i++) {
            int x = from[at + 3 * i] & 255;
            int y = from[at + 3 * i + 1] & 255;
            int z = from[at + 3 * i + 2] & 255;
            int lower = Math.min(FIRST[x], SECOND[y]);
            int upper = Math.max(FIRST[x], SECOND[y]);
            int least = Math.min(lower, THIRD[z]);
            int rest = Math.max(lower, THIRD[z]);
            int most = Math.max(upper, rest);
            int middle = Math.min(upper, rest);
            int corner = CELLS[x] * (NODES * NODES) + CELLS[y] * NODES + CELLS[z];
            int second = corner + (most & 0xFFFF);
            int third = second + (middle & 0xFFFF);
            long sums = table[corner] * (CELL - (most >> 16))
                    + table[second] * ((most >> 16) - (middle >> 16))
                    + table[third] * ((middle >> 16) - (least >> 16))
                    + table[corner + DIAGONAL] * (least >> 16)
                    + HALVES;
            to[toAt + 3 * i] = (byte) (sums >> SCALE_BITS);
            to[toAt + 3 * i + 1] = (byte) (sums >> (FIELD + SCALE_BITS));
            to[toAt + 3 * i + 2] = (byte) (sums >> (2 * FIELD + SCALE_BITS));
        }
    }

    private static int scaled(double component) {
        return (int) Math.round(Math.clamp(component, 0.0, 1.0) * 255 * SCALE);
    }

    private static long pack(int first, int second, int third) {
        return first | (long) second << FIELD | (long) third << (2 * FIELD);
    }

    /** For every value of an axis, how far it is in its cell, above the axis's stride. */
    private static int[] axis(int stride) {
        int[] fractions = new int[256];
        for (int v = 0; v < 256; v++) {
            int inCell = v * (NODES - 1) % 255;
            fractions[v] = ((inCell * CELL + 127) / 255) << 16 | stride;
        }
        return fractions;
    }

    private static int[] cells() {
        int[] cells = new int[256];
        for (int v = 0; v < 256; v++) {
            cells[v] = v * (NODES - 1) / 255;
        }
        return cells;
    }
}
