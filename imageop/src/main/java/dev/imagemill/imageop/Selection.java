package dev.imagemill.imageop;

/**
 * Positions of one axis, evenly spaced: a {@link Slice} once the length of the axis is known.
 *
 * @param first the first position, if there is any
 * @param step from one position to the next, not 0
 * @param count how many there are
 */
record Selection(int first, int step, int count) {
    Selection {
        if (count == 1) {
            step = 1;
        }
    }

    int position(int index) {
        return (int) (first + (long) index * step);
    }

    /** The lowest position. */
    int lowest() {
        return Math.min(first, position(count - 1));
    }

    /** Positions from the lowest to the highest, the ones left out included. */
    int span() {
        return Math.abs(position(count - 1) - first) + 1;
    }

    /** Whether these are all positions of the axis, in order. */
    boolean whole(int length) {
        return step == 1 && count == length;
    }

    /**
     * A Python index as a position.
     *
     * @throws IndexOutOfBoundsException unless it is {@code -length} to {@code length - 1}
     */
    static int position(int index, int length, String axis) {
        if (index < -length || index >= length) {
            throw new IndexOutOfBoundsException(
                    axis + " is " + -length + " to " + (length - 1) + " here, not " + index);
        }
        return index < 0 ? index + length : index;
    }
}
