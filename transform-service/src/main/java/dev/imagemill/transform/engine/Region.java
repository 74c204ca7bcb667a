package dev.imagemill.transform.engine;

import dev.imagemill.imageop.ImageSize;

/** A rectangle of whole pixels, measured from the top left; it may reach outside of what it is measured in. */
record Region(int x, int y, int width, int height) {
    int right() {
        return x + width;
    }

    int bottom() {
        return y + height;
    }

    ImageSize size() {
        return new ImageSize(width, height);
    }

    boolean covers(ImageSize size) {
        return x == 0 && y == 0 && width == size.width() && height == size.height();
    }

    /** The part of it that lies within a picture of this size; there must be one. */
    Region within(ImageSize size) {
        int left = Math.max(x, 0);
        int top = Math.max(y, 0);
        return new Region(left, top, Math.min(right(), size.width()) - left, Math.min(bottom(), size.height()) - top);
    }

    /** The smallest rectangle that holds both. */
    Region around(Region other) {
        int left = Math.min(x, other.x);
        int top = Math.min(y, other.y);
        return new Region(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }
}
