package dev.imagemill.imageop.pillow;

/**
 * The distinct colours of an image and how many pixels have each.
 *
 * @param colors red, green and blue in a byte each, blue lowest, no colour twice
 * @param counts pixels, in the same order
 */
@SuppressWarnings("ArrayRecordComponent") // handed from step to step, never compared
record ColorCounts(int[] colors, int[] counts) {
    static ColorCounts of(ColorTable table) {
        ColorCounts counts = new ColorCounts(new int[table.size()], new int[table.size()]);
        table.copyTo(counts.colors, counts.counts);
        return counts;
    }

    int size() {
        return colors.length;
    }

    /** The mean colours of groups, halves rounded up; 0 for a group without a colour. Pillow's sums overflow past 16 million pixels. */
    int[] means(int[] groupOfColor, int groups) {
        long[] sums = new long[4 * groups];
        for (int i = 0; i < colors.length; i++) {
            int group = 4 * groupOfColor[i];
            sums[group] += counts[i];
            sums[group + 1] += (long) counts[i] * (colors[i] >> 16);
            sums[group + 2] += (long) counts[i] * ((colors[i] >> 8) & 255);
            sums[group + 3] += (long) counts[i] * (colors[i] & 255);
        }
        int[] means = new int[groups];
        for (int group = 0; group < groups; group++) {
            long count = sums[4 * group];
            means[group] = mean(sums[4 * group + 1], count) << 16
                    | mean(sums[4 * group + 2], count) << 8
                    | mean(sums[4 * group + 3], count);
        }
        return means;
    }

    private static int mean(long sum, long count) {
        return count == 0 ? 0 : (int) (0.5 + (double) sum / count);
    }
}
