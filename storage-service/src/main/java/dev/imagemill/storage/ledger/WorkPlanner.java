package dev.imagemill.storage.ledger;

import dev.imagemill.contract.store.RenditionKey;
import dev.imagemill.storage.rendition.RenditionCatalogue;
import dev.imagemill.storage.rendition.WantedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Notes wishes in the catalogue and finds out what they cost: a rendition whose key is stored already needs no work. */
@Component
public class WorkPlanner {
    /**
     * What has to be done for some wishes.
     *
     * @param open the images with work, in the order of the wishes
     * @param known how many renditions are there already
     */
    public record Plan(List<OpenWork> open, int known) {}

    private final RenditionCatalogue renditions;

    WorkPlanner(RenditionCatalogue renditions) {
        this.renditions = renditions;
    }

    /** To be called inside the transaction that submits the plan's work to the ledger. */
    public Plan plan(List<Wish> wishes) {
        List<OpenWork> all = wishes.stream().map(WorkPlanner::keyed).toList();
        List<WantedName> names = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            for (OpenWork.Item item : all.get(i).items()) {
                names.add(new WantedName(
                        all.get(i).source().imageId(),
                        item.name(),
                        item.key(),
                        wishes.get(i).wantedAt(),
                        null));
                keys.add(item.key());
            }
        }
        renditions.want(names);
        return without(all, renditions.known(keys));
    }

    private static OpenWork keyed(Wish wish) {
        String sha256 = wish.source().blob().sha256();
        return new OpenWork(
                wish.source(),
                wish.renditions().stream()
                        .map(named -> new OpenWork.Item(
                                named.name(),
                                RenditionKey.of(sha256, named.digest()).digest(),
                                named.pipeline(),
                                named.length()))
                        .toList(),
                wish.traceparent());
    }

    private static Plan without(List<OpenWork> all, Set<String> known) {
        List<OpenWork> open = new ArrayList<>();
        int done = 0;
        for (OpenWork work : all) {
            List<OpenWork.Item> items = work.items().stream()
                    .filter(item -> !known.contains(item.key()))
                    .toList();
            done += work.items().size() - items.size();
            if (!items.isEmpty()) {
                open.add(new OpenWork(work.source(), items, work.traceparent()));
            }
        }
        return new Plan(open, done);
    }
}
