package dev.imagemill.benchmark.pillow;

import dev.imagemill.imageop.Image;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work that both sides do, in Java and in Python.
 *
 * @param group the table that it belongs to
 * @param mode of the source, as Pillow calls it
 * @param ours gets the work ready, untimed
 * @param given a Python statement with {@code im}, the source, that gets the work ready, untimed; may be empty
 * @param theirs a Python expression with {@code im} for an image or a tuple of images; null if Pillow has no such operation
 * @param exact whether both results have to be the same bytes
 * @param onlyMoves whether it does nothing but read and write every byte once, and so is compared with a plain copy
 */
record Operation(
        String group,
        String name,
        String mode,
        Function<Picture, Work> ours,
        String given,
        @Nullable String theirs,
        boolean exact,
        boolean onlyMoves) {
    private static final String COPY = "Copy";

    /** The plain copy, a single {@code System.arraycopy}: what those that only move bytes are held against. */
    static Operation copy(String mode, @Nullable String theirs) {
        return of(COPY, "copy", mode, picture -> picture.image()::copy, theirs).comparedWithCopy();
    }

    /** One that works on an image. */
    static Operation onImage(String group, String name, String mode, Function<Image, Object> ours, String theirs) {
        return of(
                group,
                name,
                mode,
                picture -> {
                    Image image = picture.image();
                    return () -> ours.apply(image);
                },
                theirs);
    }

    static Operation of(String group, String name, String mode, Function<Picture, Work> ours, @Nullable String theirs) {
        return new Operation(group, name, mode, ours, "", theirs, /* exact= */ true, /* onlyMoves= */ false);
    }

    Operation given(String statement) {
        return new Operation(group, name, mode, ours, statement, theirs, exact, onlyMoves);
    }

    Operation inexact() {
        return new Operation(group, name, mode, ours, given, theirs, /* exact= */ false, onlyMoves);
    }

    Operation comparedWithCopy() {
        return new Operation(group, name, mode, ours, given, theirs, exact, /* onlyMoves= */ true);
    }

    boolean isCopy() {
        return group.equals(COPY);
    }

    String title(Scale scale) {
        return name + ", " + mode + ", " + scale.title();
    }
}
