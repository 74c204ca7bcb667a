package dev.imagemill.transform.engine;

import dev.imagemill.contract.pipeline.Crop;
import dev.imagemill.contract.pipeline.Rectangle;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;

/** The operation {@code crop}: a rectangle out of the picture, on whole pixels also of a reduced picture. */
record CropStep(Crop crop) implements Step {
    @Override
    public void foresee(Forecast forecast) {
        Region region = region(forecast.turn(), forecast.stored());
        forecast.limitReduction(greatestReduction(region, forecast.stored()));
        forecast.become(region.size());
    }

    @Override
    public Picture apply(Picture picture) {
        Region region = region(picture.turn(), picture.size());
        if (region.covers(picture.size())) {
            return picture;
        }
        int reduction = picture.reduction();
        int x = exactly(region.x(), reduction);
        int y = exactly(region.y(), reduction);
        ImageSize all = picture.pixels().size();
        int right = region.right() == picture.size().width() ? all.width() : exactly(region.right(), reduction);
        int bottom = region.bottom() == picture.size().height() ? all.height() : exactly(region.bottom(), reduction);
        Image pixels = picture.pixels().crop(x, y, right - x, bottom - y);
        return new Picture(pixels, region.size(), reduction, picture.turn(), picture.orientation(), picture.profile());
    }

    /** Where the crop lies in the picture as it is stored, before its turn. */
    private Region region(Turn turn, ImageSize stored) {
        Rectangle kept = crop.region(turn.applyTo(stored));
        return turn.before(new Region(kept.x(), kept.y(), kept.width(), kept.height()), stored);
    }

    /** The greatest power of two, up to 2^30, that the picture can be reduced by without this region cutting through a pixel. */
    private static int greatestReduction(Region region, ImageSize stored) {
        int edges = region.x() | region.y();
        if (region.right() != stored.width()) {
            edges |= region.right();
        }
        if (region.bottom() != stored.height()) {
            edges |= region.bottom();
        }
        return edges == 0 ? 1 << 30 : Integer.lowestOneBit(edges);
    }

    private static int exactly(int at, int reduction) {
        if (at % reduction != 0) {
            throw new IllegalStateException(at + " lies within a pixel reduced by " + reduction);
        }
        return at / reduction;
    }
}
