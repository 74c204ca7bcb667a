package dev.imagemill.transform.rendition;

import static java.util.stream.Collectors.joining;

import dev.imagemill.contract.event.ItemResult;
import dev.imagemill.contract.event.SourceWork;
import dev.imagemill.contract.event.WantedRendition;
import dev.imagemill.platform.trace.LogIds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log what could not be made of a source: a line a reason, since what ails the source mostly ails all its renditions. */
final class FailureLog {
    private static final Logger log = LoggerFactory.getLogger(FailureLog.class);

    private record Reason(String code, String detail, boolean passing) {}

    private FailureLog() {}

    static void tell(SourceWork work, List<ItemResult> results) {
        Map<Reason, List<Integer>> failures = new LinkedHashMap<>();
        for (ItemResult result : results) {
            switch (result) {
                case ItemResult.Stored _ -> {}
                case ItemResult.Failed failed ->
                    failures.computeIfAbsent(new Reason(failed.code(), failed.detail(), false), _ -> new ArrayList<>())
                            .add(failed.item());
                case ItemResult.Unavailable later ->
                    failures.computeIfAbsent(new Reason(later.code(), later.detail(), true), _ -> new ArrayList<>())
                            .add(later.item());
            }
        }
        failures.forEach((reason, items) -> tell(work, reason, items));
    }

    private static void tell(SourceWork work, Reason reason, List<Integer> items) {
        List<WantedRendition> wanted = work.renditions().stream()
                .filter(rendition -> items.contains(rendition.item()))
                .toList();
        String numbers =
                wanted.stream().map(item -> Integer.toString(item.item())).collect(joining(","));
        String names = wanted.stream().map(WantedRendition::name).collect(joining(","));
        try (LogIds _ = LogIds.of(LogIds.ITEM, numbers).and(LogIds.RENDITION, names)) {
            if (reason.passing()) {
                log.warn(
                        "image {}: {} not made for now, {}: {}", work.imageId(), names, reason.code(), reason.detail());
            } else {
                log.info("image {}: {} not made, {}: {}", work.imageId(), names, reason.code(), reason.detail());
            }
        }
    }
}
