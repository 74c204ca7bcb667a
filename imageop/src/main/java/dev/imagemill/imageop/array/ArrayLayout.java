package dev.imagemill.imageop.array;

/**
 * Which axis of an array is which of an image's.
 *
 * <p>An array that has the layout's axes, its channels 1 to 4, is taken as it is, and so is one of two axes, as one channel. From any
 * other, axes of length 1 are dropped: first those in front (a batch of one), one by one, until the rest fits; for {@link #HWC}
 * and {@link #HW} then all of them, wherever they are, as NumPy's {@code squeeze} does. So (1, H, W, 3) and (1, H, W) are images in {@code HWC}
 * and (H, 1, 3) is three channels one pixel wide. {@link NumberArray#squeeze()} before the import drops them all regardless.
 */
public enum ArrayLayout {
    /** Rows, columns: one channel. */
    HW,
    /** Rows, columns, channels: interleaved, as NumPy, Pillow and OpenCV have it. */
    HWC,
    /** Channels, rows, columns: planes, as PyTorch has it. */
    CHW
}
