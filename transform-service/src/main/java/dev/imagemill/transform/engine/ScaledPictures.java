package dev.imagemill.transform.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The scaled pictures of a source, each made when it is first wanted, and kept if more than one thing is made of it. Safe for any number of threads.
 *
 * @param <P> what holds a picture
 */
final class ScaledPictures<P> {
    private final Descent descent;
    private final Function<WholeScale, P> ofSource;
    private final BiFunction<P, WholeScale, P> ofLarger;
    private final Map<WholeScale, P> kept = new HashMap<>();

    /**
     * @param ofSource makes a picture of the source
     * @param ofLarger makes a picture of a larger one
     */
    ScaledPictures(Descent descent, Function<WholeScale, P> ofSource, BiFunction<P, WholeScale, P> ofLarger) {
        this.descent = descent;
        this.ofSource = ofSource;
        this.ofLarger = ofLarger;
    }

    P get(WholeScale scale) {
        return descent.shared().contains(scale) ? shared(scale) : make(scale);
    }

    private synchronized P shared(WholeScale scale) {
        P made = kept.get(scale);
        if (made == null) {
            made = make(scale);
            kept.put(scale, made);
        }
        return made;
    }

    private P make(WholeScale scale) {
        Optional<WholeScale> parent = descent.parent(scale);
        return parent.isPresent() ? ofLarger.apply(get(parent.get()), scale) : ofSource.apply(scale);
    }
}
