package dev.imagemill.benchmark.pillow;

import dev.imagemill.imageop.ImageSize;

/** How large a source is: one that fits the caches, a usual photograph, and a large one. */
enum Scale {
    SMALL("0.3 Mpx", 640, 480),
    MEDIUM("6 Mpx", 3000, 2000),
    LARGE("24 Mpx", 6000, 4000);

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // a record of two numbers
    private final ImageSize size;

    Scale(String title, int width, int height) {
        this.title = title;
        this.size = new ImageSize(width, height);
    }

    String title() {
        return title;
    }

    ImageSize size() {
        return size;
    }
}
