package dev.imagemill.transform.engine;

import dev.imagemill.imageop.Image;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The scaled pictures of a source, each made when it is first wanted, and kept if more than one thing is made of it. Safe for any number of threads. */
final class ScaledPictures {
    private final Descent descent;
    private final Halvings source;
    private final Map<WholeScale, Image> kept = new HashMap<>();

    ScaledPictures(Descent descent, Halvings source) {
        this.descent = descent;
        this.source = source;
    }

    Image get(WholeScale scale) {
        return descent.shared().contains(scale) ? shared(scale) : make(scale);
    }

    private synchronized Image shared(WholeScale scale) {
        Image made = kept.get(scale);
        if (made == null) {
            made = make(scale);
            kept.put(scale, made);
        }
        return made;
    }

    private Image make(WholeScale scale) {
        Optional<WholeScale> parent = descent.parent(scale);
        return parent.isPresent()
                ? get(parent.get()).resize(scale.size(), ScaleStep.filter(scale.kernel()))
                : ScaleStep.whole(source.start(scale.reduction()), scale);
    }
}
