package dev.imagemill.imageop.array;

/**
 * What an {@code .npy} file may ask for before anything is allocated for it.
 *
 * @param maxHeaderBytes longest header, without the magic string, the version and the length
 * @param maxDataBytes longest array, in bytes
 */
public record NpyLimits(int maxHeaderBytes, long maxDataBytes) {
    /** 10 000 bytes of header, which is NumPy's own limit, and 1 GiB of numbers. */
    public static final NpyLimits DEFAULT = new NpyLimits(10_000, 1L << 30);

    public NpyLimits {
        if (maxHeaderBytes < 1 || maxDataBytes < 0) {
            throw new IllegalArgumentException(
                    "limits are positive, not " + maxHeaderBytes + " and " + maxDataBytes + " bytes");
        }
    }
}
