package dev.imagemill.contract.pipeline;

import static java.util.Objects.requireNonNull;

import dev.imagemill.imageop.ImageSize;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lays another image, the mark, over the image. Where it would not lie wholly inside, it goes to the bottom right, and what then reaches outside is cut off.
 *
 * @param blob the digest of the mark's file, 64 hexadecimal digits; or null
 * @param image the image whose file is the mark, then blob is null; or null. Whoever takes in pipelines replaces it, by {@link Pipeline#withImages}
 * @param place where the mark lies
 * @param at the mark's top left pixel instead of a place; or null
 * @param margin 0..65500, pixels between the mark and the edges it lies at; between marks, where they are many
 * @param opacity 0..1, what the mark's alpha is multiplied by
 * @param scale 0.001..1, then the mark is resized to fit inside this part of the image's width and height; or null
 * @param tile whether the mark is repeated all over the image, in rows and columns
 */
public record Watermark(
        @Nullable String blob,
        @Nullable UUID image,
        Place place,
        @Nullable Point at,
        int margin,
        double opacity,
        @Nullable Double scale,
        boolean tile)
        implements Operation {
    static final OperationType TYPE = new OperationType(
                    "watermark",
                    "Lays another image over the image.",
                    WatermarkParameters.ALL,
                    WatermarkParameters::read,
                    WatermarkParameters::addRules)
            .like("{\"op\":\"watermark\",\"image\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"opacity\":0.5}");

    public Watermark {
        requireNonNull(place, "place is null");
        WatermarkParameters.check(blob, image, place, at, margin, opacity, scale);
    }

    /** The mark as it is, at the bottom right. */
    public static Watermark of(String blob) {
        return new Watermark(
                blob, null, Place.BOTTOM_RIGHT, null, WatermarkParameters.MARGIN_OF_GRADIO, 1, null, false);
    }

    /** The same mark by its file's digest. */
    Watermark withBlob(String digest) {
        return new Watermark(digest, null, place, at, margin, opacity, scale, tile);
    }

    @Override
    public String op() {
        return TYPE.op();
    }

    /** The size that the mark gets on an image of the given size. */
    public ImageSize markSize(ImageSize mark, ImageSize in) {
        if (scale == null) {
            return mark;
        }
        double ratio = scale * Math.min((double) in.width() / mark.width(), (double) in.height() / mark.height());
        return new ImageSize((int) Math.clamp(Math.round(mark.width() * ratio), 1L, in.width()), (int)
                Math.clamp(Math.round(mark.height() * ratio), 1L, in.height()));
    }

    /** Where the top left pixel of a mark of this size lies on an image; with {@link #tile}, that of one of the marks. */
    public Point position(ImageSize mark, ImageSize in) {
        Point wanted = at != null ? at : placed(place, mark, in);
        return tile || fits(wanted, mark, in) ? wanted : placed(Place.BOTTOM_RIGHT, mark, in);
    }

    private Point placed(Place where, ImageSize mark, ImageSize in) {
        return new Point(where.x(in.width(), mark.width(), margin), where.y(in.height(), mark.height(), margin));
    }

    private static boolean fits(Point at, ImageSize mark, ImageSize in) {
        return at.x() >= 0
                && at.y() >= 0
                && (long) at.x() + mark.width() <= in.width()
                && (long) at.y() + mark.height() <= in.height();
    }

    @Override
    public boolean hasEffect(ImageSize in) {
        return opacity > 0;
    }

    @Override
    public ObjectNode json() {
        return WatermarkParameters.write(this, TYPE.begin());
    }
}
