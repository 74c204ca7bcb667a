package dev.imagemill.transform.engine;

import dev.imagemill.codec.Animation;
import dev.imagemill.codec.CodecException;
import dev.imagemill.codec.Limits;
import java.util.Optional;

/** How the frames of a source follow one another, read when it is first asked for, by the thread that makes the plan. */
final class SourceFrames {
    private final Source source;
    private final Limits limits;
    private boolean read;
    private Optional<Animation> animation = Optional.empty();

    SourceFrames(Source source, Limits limits) {
        this.source = source;
        this.limits = limits;
    }

    /** Empty if there is but one, or they differ in size. */
    Optional<Animation> animation() {
        if (!read) {
            try {
                animation = source.animation(limits);
            } catch (CodecException refusal) {
                throw CodecProblems.problem(refusal);
            }
            read = true;
        }
        return animation;
    }
}
