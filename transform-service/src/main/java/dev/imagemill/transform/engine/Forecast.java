package dev.imagemill.transform.engine;

import dev.imagemill.codec.ImageInfo;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;

/**
 * A picture at one point of a pipeline before any pixel of it exists: the size it will have, and what has been found out so far
 * about how the source is to be decoded for it.
 */
final class Forecast {
    private static final int MOST_REDUCTION = 1 << 15;

    private final long maxPixels;
    private ImageSize stored;
    private Turn turn = Turn.NONE;
    private int orientation;
    private int mostReduction = MOST_REDUCTION;
    private int reduction = 1;
    private int jpegReduction = 1;
    private long peakPixels;
    private boolean scaled;

    Forecast(ImageInfo source, long maxPixels) {
        this.maxPixels = maxPixels;
        this.stored = source.size();
        this.orientation = source.orientation();
        if (source.mode() == Mode.L32) {
            // Values of 32 bits are not averaged over blocks.
            limitReduction(1);
        }
    }

    /** The size as the picture will lie in memory, before its pending turn. */
    ImageSize stored() {
        return stored;
    }

    /** The size as the operations so far want it. */
    ImageSize turned() {
        return turn.applyTo(stored);
    }

    Turn turn() {
        return turn;
    }

    /** By how much the source may be reduced for this pipeline, a power of two. */
    int reduction() {
        return reduction;
    }

    /** By how much a JPEG may be reduced for this pipeline while it is decoded, a power of two. */
    int jpegReduction() {
        return jpegReduction;
    }

    /** Pixels of the largest picture made so far, or as many as what else a step holds takes the room of. */
    long peakPixels() {
        return peakPixels;
    }

    void autorotate() {
        turn(Turn.ofExif(orientation));
        orientation = 1;
    }

    void turn(Turn more) {
        turn = turn.then(more);
    }

    /** What comes next needs the picture laid as the operations so far want it. */
    void finishTurn() {
        stored = turned();
        turn = Turn.NONE;
    }

    /** What comes next is right only on a source that was reduced by at most so much before; 1 where it needs every pixel. */
    void limitReduction(int most) {
        mostReduction = Math.min(mostReduction, most);
    }

    /** The first scale operation averages so many pixels of the source into one; what comes after it is about the result. */
    void scale(double factor) {
        if (!scaled) {
            int wanted = (int) Math.clamp(factor, 1, MOST_REDUCTION);
            reduction = Math.min(mostReduction, Integer.highestOneBit(wanted));
            // Less than one whole time more than is wanted, and the steep edge of the spectrum stays in the picture.
            jpegReduction = Math.min(mostReduction, Integer.highestOneBit(Math.max(1, wanted - 1)));
        }
        scaled = true;
    }

    /** The picture has this size, before its turn, from here on. */
    void become(ImageSize newStored) {
        stored = newStored;
        make(newStored);
    }

    /**
     * So large a picture is made on the way.
     *
     * @throws ProblemException {@code too-many-pixels}
     */
    void make(ImageSize size) {
        if (size.pixels() > maxPixels) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_PIXELS,
                    "an operation makes " + size.width() + " x " + size.height() + " pixels, and at most " + maxPixels
                            + " are allowed");
        }
        peakPixels = Math.max(peakPixels, size.pixels());
    }

    /** A step holds more than its result while it works: together so many pixels. */
    void workOn(long pixels) {
        peakPixels = Math.max(peakPixels, pixels);
    }
}
