package dev.imagemill.transform.engine;

import dev.imagemill.contract.pipeline.Diagonal;
import dev.imagemill.contract.pipeline.Direction;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;

/**
 * One of the eight ways to lay a picture down: turned by quarters, mirrored or not. Turns compose without touching pixels, so
 * any number of them costs one pass at most.
 *
 * <p>Each is the 2 x 2 matrix that takes a position in the picture, measured from its centre with y downwards, to where it lies
 * afterwards. The names are those of the pixel operations in {@link Image}; rotation is counterclockwise.
 */
enum Turn {
    NONE(1, 0, 0, 1),
    FLIP_HORIZONTAL(-1, 0, 0, 1),
    ROTATE_180(-1, 0, 0, -1),
    FLIP_VERTICAL(1, 0, 0, -1),
    TRANSPOSE(0, 1, 1, 0),
    ROTATE_270(0, -1, 1, 0),
    TRANSVERSE(0, -1, -1, 0),
    ROTATE_90(0, 1, -1, 0);

    private final int xx;
    private final int xy;
    private final int yx;
    private final int yy;

    Turn(int xx, int xy, int yx, int yy) {
        this.xx = xx;
        this.xy = xy;
        this.yx = yx;
        this.yy = yy;
    }

    /** What makes a picture stored with this EXIF orientation (1 to 8) upright. */
    static Turn ofExif(int orientation) {
        return values()[orientation - 1];
    }

    /** A rotation by 0, 90, 180 or 270 degrees, counterclockwise. */
    static Turn ofDegrees(int degrees) {
        return switch (degrees) {
            case 0 -> NONE;
            case 90 -> ROTATE_90;
            case 180 -> ROTATE_180;
            case 270 -> ROTATE_270;
            default -> throw new IllegalArgumentException("a rotation is by 0, 90, 180 or 270 degrees, not " + degrees);
        };
    }

    static Turn ofFlip(Direction direction) {
        return switch (direction) {
            case HORIZONTAL -> FLIP_HORIZONTAL;
            case VERTICAL -> FLIP_VERTICAL;
        };
    }

    static Turn ofDiagonal(Diagonal diagonal) {
        return switch (diagonal) {
            case MAIN -> TRANSPOSE;
            case ANTI -> TRANSVERSE;
        };
    }

    /** This turn and then another one, as one. */
    Turn then(Turn next) {
        int newXx = next.xx * xx + next.xy * yx;
        int newXy = next.xx * xy + next.xy * yy;
        int newYx = next.yx * xx + next.yy * yx;
        int newYy = next.yx * xy + next.yy * yy;
        for (Turn turn : values()) {
            if (turn.xx == newXx && turn.xy == newXy && turn.yx == newYx && turn.yy == newYy) {
                return turn;
            }
        }
        throw new AssertionError("turns form a group");
    }

    /** Whether width becomes height. */
    boolean swapsSides() {
        return xx == 0;
    }

    /** The size of a picture of the given size once it is turned; also, as this is its own inverse, the other way round. */
    ImageSize applyTo(ImageSize size) {
        return swapsSides() ? new ImageSize(/* width= */ size.height(), /* height= */ size.width()) : size;
    }

    /**
     * Where a region of the turned picture lies in the picture before the turn.
     *
     * @param before the size before the turn
     */
    Region before(Region region, ImageSize before) {
        if (swapsSides()) {
            int x = yx > 0 ? region.y() : before.width() - region.y() - region.height();
            int y = xy > 0 ? region.x() : before.height() - region.x() - region.width();
            return new Region(x, y, region.height(), region.width());
        }
        int x = xx > 0 ? region.x() : before.width() - region.x() - region.width();
        int y = yy > 0 ? region.y() : before.height() - region.y() - region.height();
        return new Region(x, y, region.width(), region.height());
    }

    /** The turned picture. */
    Image applyTo(Image image) {
        return switch (this) {
            case NONE -> image;
            case FLIP_HORIZONTAL -> image.flipHorizontal();
            case ROTATE_180 -> image.rotate180();
            case FLIP_VERTICAL -> image.flipVertical();
            case TRANSPOSE -> image.transpose();
            case ROTATE_270 -> image.rotate270();
            case TRANSVERSE -> image.transverse();
            case ROTATE_90 -> image.rotate90();
        };
    }
}
