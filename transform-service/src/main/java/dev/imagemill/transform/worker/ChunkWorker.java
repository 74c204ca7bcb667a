package dev.imagemill.transform.worker;

import dev.imagemill.contract.event.ItemResult;
import dev.imagemill.contract.event.Lane;
import dev.imagemill.contract.event.SourceWork;
import dev.imagemill.contract.event.TransformFinished;
import dev.imagemill.contract.event.TransformRequested;
import dev.imagemill.transform.bench.Fork;
import dev.imagemill.transform.bench.WorkerMeters;
import dev.imagemill.transform.rendition.SourceWorker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * Does a chunk: its sources side by side, as many at a time as the lane's prefetch allows. Images of a chunk that share one
 * blob come one after the other, so that the second finds what the first has made.
 */
final class ChunkWorker {
    private final String name;
    private final SourceWorker sources;
    private final WorkerMeters meters;
    private final Semaphore interactive;
    private final Semaphore bulk;

    ChunkWorker(String name, int prefetch, SourceWorker sources, WorkerMeters meters) {
        this.name = name;
        this.sources = sources;
        this.meters = meters;
        this.interactive = new Semaphore(prefetch, true);
        this.bulk = new Semaphore(prefetch, true);
    }

    /** Does everything, and tells what became of each item. */
    TransformFinished work(TransformRequested request) throws InterruptedException {
        Map<String, List<SourceWork>> byBlob = new LinkedHashMap<>();
        for (SourceWork source : request.sources()) {
            byBlob.computeIfAbsent(source.blob().sha256(), _ -> new ArrayList<>())
                    .add(source);
        }
        List<SourceWorker.Done> done =
                Fork.all(List.copyOf(byBlob.values()), same -> work(same, request.lane())).stream()
                        .flatMap(List::stream)
                        .toList();
        List<ItemResult> results = done.stream()
                .flatMap(source -> source.results().stream())
                .sorted(Comparator.comparingInt(ItemResult::item))
                .toList();
        meters.finished(request.lane(), results);
        int decoded = (int) done.stream().filter(SourceWorker.Done::decoded).count();
        return new TransformFinished(request.chunkId(), request.attempt(), name, decoded, results);
    }

    private List<SourceWorker.Done> work(List<SourceWork> sameBlob, Lane lane) throws InterruptedException {
        Semaphore turn = turn(lane);
        turn.acquire();
        try {
            List<SourceWorker.Done> done = new ArrayList<>();
            for (SourceWork source : sameBlob) {
                done.add(sources.work(source, lane));
            }
            return done;
        } finally {
            turn.release();
        }
    }

    private Semaphore turn(Lane lane) {
        return switch (lane) {
            case INTERACTIVE -> interactive;
            case BULK -> bulk;
        };
    }
}
