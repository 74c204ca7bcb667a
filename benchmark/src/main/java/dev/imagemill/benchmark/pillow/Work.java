package dev.imagemill.benchmark.pillow;

import dev.imagemill.imageop.Image;
import java.util.function.Consumer;

/** An operation on a source, ready to be done again and again. */
interface Work {
    /** Does it once: an image or a list of images. */
    Object run();

    /** Work that changes an image and makes none. */
    record InPlace(Image image, Consumer<Image> change) implements Work {
        @Override
        public Object run() {
            change.accept(image);
            return image;
        }
    }
}
