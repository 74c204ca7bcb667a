package dev.imagemill.storage.preset;

import dev.imagemill.contract.pipeline.RenditionSpec;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.storage.content.EntityTag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Changes presets. The same content again is the same revision. A change is committed first and published then, so that no
 * other service knows a revision that the catalogue does not; what is published is read anew under the row's lock, so that
 * two changes at once leave the later one published.
 */
@Component
class Presets {
    /** What became of a change. */
    record Saved(StoredPreset preset, boolean created) {}

    /** The conditions a change may be made under, as the request's headers give them. */
    record Condition(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        /** There must be no preset of the name. */
        static final Condition NEW = new Condition(null, "*");
    }

    private final PresetCatalogue catalogue;
    private final PresetPublisher publisher;
    private final TransactionOperations transaction;

    Presets(PresetCatalogue catalogue, PresetPublisher publisher, TransactionOperations transaction) {
        this.catalogue = catalogue;
        this.publisher = publisher;
        this.transaction = transaction;
    }

    Saved put(String name, List<RenditionSpec> renditions, Condition condition) {
        Saved saved = transaction.execute(status -> save(name, renditions, condition));
        publisher.publish(name);
        return saved;
    }

    private Saved save(String name, List<RenditionSpec> renditions, Condition condition) {
        int revision = catalogue.lock(name);
        Optional<StoredPreset> before = catalogue.current(name);
        check(before.orElse(null), condition);
        String digest = PresetContent.digest(PresetContent.write(renditions));
        if (before.isPresent() && before.get().digest().equals(digest)) {
            return new Saved(before.get(), false);
        }
        catalogue.add(name, revision + 1, renditions);
        return new Saved(catalogue.current(name).orElseThrow(), before.isEmpty());
    }

    private static void check(@Nullable StoredPreset before, Condition condition) {
        boolean matches = condition.ifMatch() == null
                || (before != null && new EntityTag(before.tag()).isNamedStronglyIn(condition.ifMatch()));
        boolean differs = before == null || !new EntityTag(before.tag()).isNamedIn(condition.ifNoneMatch());
        if (!matches || !differs) {
            String now = before == null
                    ? "does not exist"
                    : "is at revision " + before.preset().revision();
            throw new ProblemException(ProblemType.PRECONDITION_FAILED, "the preset " + now);
        }
    }
}
