package dev.imagemill.imageop;

/** The seven ways, apart from none, to put a rectangle of pixels onto itself or onto its transpose. */
enum Turn {
    FLIP_HORIZONTAL(false, true, false),
    FLIP_VERTICAL(false, false, true),
    ROTATE_180(false, true, true),
    TRANSPOSE(true, false, false),
    ROTATE_90(true, false, true),
    ROTATE_270(true, true, false),
    TRANSVERSE(true, true, true);

    /** Whether columns become rows. */
    final boolean swapsAxes;
    /** Whether x runs backwards in the result, once axes are swapped. */
    final boolean reversesX;
    /** Whether y runs backwards in the result, once axes are swapped. */
    final boolean reversesY;

    Turn(boolean swapsAxes, boolean reversesX, boolean reversesY) {
        this.swapsAxes = swapsAxes;
        this.reversesX = reversesX;
        this.reversesY = reversesY;
    }

    ImageSize resultSize(ImageSize size) {
        return swapsAxes ? new ImageSize(/* width= */ size.height(), /* height= */ size.width()) : size;
    }
}
