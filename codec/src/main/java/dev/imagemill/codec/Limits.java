package dev.imagemill.codec;

import dev.imagemill.imageop.ImageSize;

/**
 * How large an image may be. Bytes are checked before anything is read, the others on the header, before any pixel is decoded.
 *
 * @param maxBytes of the encoded file
 * @param maxSide pixels of width and of height
 * @param maxPixels of one page, and of all pages that are decoded together
 * @param maxPages frames of an animation or pages of a document
 */
public record Limits(long maxBytes, int maxSide, long maxPixels, int maxPages) {
    /** 512 MiB, 65,500 pixels a side, 200 million pixels, 10,000 pages. */
    public static final Limits DEFAULT = new Limits(512L << 20, 65_500, 200_000_000L, 10_000);

    private static final int MOST_ROWS = 10_000_000;

    public Limits {
        if (maxBytes < 1 || maxSide < 1 || maxPixels < 1 || maxPages < 1) {
            throw new IllegalArgumentException("every limit is at least 1");
        }
    }

    /** The same limits with another byte limit. */
    public Limits withMaxBytes(long bytes) {
        return new Limits(bytes, maxSide, maxPixels, maxPages);
    }

    /** The same limits with another pixel limit. */
    public Limits withMaxPixels(long pixels) {
        return new Limits(maxBytes, maxSide, pixels, maxPages);
    }

    /**
     * Refuses so many pages of a size at once. libvips puts them one below the other, and has a limit of its own to that.
     *
     * @throws LimitExceeded for too many pixels or pages
     */
    public void checkFrames(ImageSize page, int count) {
        check(LimitExceeded.Limit.PIXELS, page.pixels() * count, maxPixels);
        check(LimitExceeded.Limit.PAGES, count, Math.min(maxPages, MOST_ROWS / page.height()));
    }

    void checkBytes(long bytes) {
        check(LimitExceeded.Limit.BYTES, bytes, maxBytes);
    }

    void checkHeader(long width, long height, long pages) {
        check(LimitExceeded.Limit.SIDE, Math.max(width, height), maxSide);
        check(LimitExceeded.Limit.PIXELS, width * height, maxPixels);
        check(LimitExceeded.Limit.PAGES, pages, maxPages);
    }

    private static void check(LimitExceeded.Limit limit, long value, long most) {
        if (value > most) {
            throw new LimitExceeded(limit, value, most);
        }
    }
}
