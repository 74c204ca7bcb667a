package dev.imagemill.transform.engine.reference;

import java.util.List;
import java.util.stream.Stream;

/** Every comparison, in the order in which the documentation lists operations. */
final class References {
    private References() {}

    static List<Comparison> all() {
        return Stream.of(
                        MovingReferences.all(),
                        ScaleReferences.all(),
                        WindowReferences.all(),
                        RotateReferences.all(),
                        BorderReferences.all(),
                        ModeReferences.all(),
                        ColourReferences.all(),
                        AlphaReferences.all(),
                        ToneReferences.all(),
                        DetailReferences.all(),
                        MarkReferences.all(),
                        FrameReferences.all())
                .flatMap(List::stream)
                .toList();
    }
}
