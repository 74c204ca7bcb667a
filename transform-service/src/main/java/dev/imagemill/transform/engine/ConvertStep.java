package dev.imagemill.transform.engine;

import dev.imagemill.contract.pipeline.Convert;

/** The operation {@code convert}: the same picture in another mode. */
final class ConvertStep {
    private ConvertStep() {}

    static Picture apply(Convert convert, Picture picture) {
        return convert.mode() == picture.pixels().mode()
                ? picture
                : picture.withPixels(picture.pixels().convert(convert.mode()));
    }
}
