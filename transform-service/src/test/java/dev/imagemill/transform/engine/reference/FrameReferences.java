package dev.imagemill.transform.engine.reference;

import static dev.imagemill.transform.engine.reference.Comparison.op;

import java.util.Arrays;
import java.util.List;

/** Frames that are taken, and operations on all of them. */
final class FrameReferences {
    private static final int COUNT = 7;
    private static final Original ANIMATION = Original.animation(COUNT, 61, 43);

    private FrameReferences() {}

    static List<Comparison> all() {
        return List.of(
                taken("'indexes':[4,-1,0]", 4, 6, 0),
                taken("'slice':'::2'", 0, 2, 4, 6),
                taken("'slice':'::-1'", 6, 5, 4, 3, 2, 1, 0),
                taken("'slice':'-3:6'", 4, 5),
                Comparison.of(
                        op("flip", "'direction':'horizontal'"),
                        ANIMATION,
                        "every frame alike",
                        in -> in.each(plane ->
                                Plane.of(plane.width(), plane.height(), (x, y) -> plane.at(plane.width() - 1 - x, y))),
                        Tolerance.NONE),
                Comparison.of(
                        op("scale", "'width':37,'height':29,'fit':'fill'"),
                        ANIMATION,
                        "every frame alike",
                        in -> Resampling.resize(in, 37, 29, "lanczos3"),
                        Tolerance.of(1.3, "as `scale` of one picture")));
    }

    private static Comparison taken(String parameters, int... frames) {
        return Comparison.of(
                op("frames", parameters),
                ANIMATION,
                "frames "
                        + String.join(
                                ", ",
                                Arrays.stream(frames)
                                        .mapToObj(Integer::toString)
                                        .toList()),
                in -> new ExactPicture(
                        in.max(),
                        false,
                        Arrays.stream(frames)
                                .boxed()
                                .flatMap(frame -> in.planes().subList(3 * frame, 3 * frame + 3).stream())
                                .toList()),
                Tolerance.NONE);
    }
}
