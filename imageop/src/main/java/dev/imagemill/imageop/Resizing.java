package dev.imagemill.imageop;

import dev.imagemill.imageop.ResizeOptions.Box;

/** Resizes an image after Pillow: what {@code Image.resize} decides before the weighing begins. */
final class Resizing {
    /** An image this many times higher than wide, and reduced in height, is reduced in height first. */
    private static final int TALL = 100;

    private static final ResizeOptions THUMBNAIL =
            ResizeOptions.of(Filter.BICUBIC).withReducingGap(2);

    private Resizing() {}

    static Image thumbnail(SegmentImage source, ImageSize bounds) {
        return resize(source, source.size().fitInto(bounds), THUMBNAIL);
    }

    static Image resize(SegmentImage source, ImageSize target, ResizeOptions options) {
        source.mode().length(target);
        Box whole = whole(source.size());
        Box box = options.box() == null ? whole : options.box();
        if (box.right() > whole.right() || box.bottom() > whole.bottom()) {
            throw new ImageFormatException("the box " + box + " is not inside the image of " + source.size());
        }
        if (target.equals(source.size()) && box.equals(whole)) {
            return source.copy();
        }
        if (source.mode().planar()) {
            return planes(source, target, box, options);
        }
        if (options.filter() == Filter.NEAREST) {
            return NearestResizing.resize(source, target, box);
        }
        if (source.mode().hasAlpha()) {
            return filter(source, target, box, options.filter());
        }
        return reduceThenFilter(source, target, box, options);
    }

    private static Box whole(ImageSize size) {
        return new Box(0, 0, size.width(), size.height());
    }

    private static SegmentImage planes(SegmentImage source, ImageSize target, Box box, ResizeOptions options) {
        SegmentImage result = Images.allocate(source.mode(), target);
        for (int i = 0; i < source.mode().components(); i++) {
            SegmentImage from = source.plane(i);
            SegmentImage to = result.plane(i);
            double part = i == 0 ? 1 : 0.5;
            ResizeOptions planeOptions =
                    new ResizeOptions(options.filter(), box.times(part, part), options.reducingGap());
            to.segment().copyFrom(resize(from, to.size(), planeOptions).segment());
        }
        return result;
    }

    private static SegmentImage reduceThenFilter(
            SegmentImage source, ImageSize target, Box box, ResizeOptions options) {
        double gap = options.reducingGap() == null ? Double.POSITIVE_INFINITY : options.reducingGap();
        int factorX = Math.max(1, (int) (box.width() / target.width() / gap));
        int factorY = Math.max(1, (int) (box.height() / target.height() / gap));
        if (factorX == 1 && factorY == 1) {
            return filter(source, target, box, options.filter());
        }
        double reach = options.filter().support() - 0.5;
        double reachX = reach * box.width() / target.width();
        double reachY = reach * box.height() / target.height();
        int left = Math.max(0, (int) (box.left() - reachX));
        int top = Math.max(0, (int) (box.top() - reachY));
        int right = (int) Math.min(source.size().width(), Math.ceil(box.right() + reachX));
        int bottom = (int) Math.min(source.size().height(), Math.ceil(box.bottom() + reachY));
        SegmentImage reduced =
                Reduction.reduce(source, new Blocks(left, top, right - left, bottom - top, factorX, factorY));
        return filter(reduced, target, box.minus(left, top).times(1.0 / factorX, 1.0 / factorY), options.filter());
    }

    private static SegmentImage filter(SegmentImage source, ImageSize target, Box box, Filter filter) {
        ImageSize size = source.size();
        boolean changesWidth = target.width() != size.width() || box.left() != 0 || box.right() != size.width();
        boolean changesHeight = target.height() != size.height() || box.top() != 0 || box.bottom() != size.height();
        Weights across =
                changesWidth ? Weights.of(filter, size.width(), box.left(), box.right(), target.width()) : null;
        Weights down =
                changesHeight ? Weights.of(filter, size.height(), box.top(), box.bottom(), target.height()) : null;
        boolean tall = size.height() > (long) size.width() * TALL && target.height() < size.height();
        return new Resampling(source.mode(), across, down, tall).resample(source);
    }
}
