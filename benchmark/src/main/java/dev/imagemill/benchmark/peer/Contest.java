package dev.imagemill.benchmark.peer;

import dev.imagemill.benchmark.Effort;
import dev.imagemill.codec.Limits;
import dev.imagemill.transform.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Lets the sides take turns. */
final class Contest {
    static final int ROUNDS = Effort.of(9, 1);
    static final int CORES = Runtime.getRuntime().availableProcessors();

    /** Of processor time. The engine is to be compiled by then, as it is in a worker that runs for days; what sharp consists of was compiled before. */
    private static final double OUR_WARM_UP_MILLIS = Effort.of(10_000, 1);

    /** Of the first task, at which nothing is compiled yet. A worker's JVM compiles late. */
    private static final double OUR_FIRST_WARM_UP_MILLIS = Effort.of(40_000, 1);

    private static final int WARM_UP_ROUNDS = Effort.of(2, 0);
    private static final double ROUND_MILLIS = 250;
    private static final Work THUMBNAIL = Work.of("jpeg", List.of(400));

    private final LinePeer engine;
    private final LinePeer sharp;
    private final Optional<ThumbnailPeer> thumbnail;

    /** Makes what is compared in quality; nothing of it is measured. */
    private final Engine judge = new Engine(Limits.DEFAULT);

    private double toWarmUp = OUR_FIRST_WARM_UP_MILLIS;

    Contest(LinePeer engine, LinePeer sharp, Optional<ThumbnailPeer> thumbnail) {
        this.engine = engine;
        this.sharp = sharp;
        this.thumbnail = thumbnail;
    }

    /** Rounds of both, each beside its counterpart. */
    record Paired(List<Round> ours, List<Round> theirs) {
        /** Median of what one of ours took, as a part of what the one of theirs beside it took. */
        double ratio() {
            return Median.of(IntStream.range(0, ours.size())
                    .mapToObj(i -> ours.get(i).cpuMillis() / theirs.get(i).cpuMillis())
                    .toList());
        }

        double ourMillis() {
            return Median.of(ours.stream().map(Round::cpuMillis).toList());
        }

        double theirMillis() {
            return Median.of(theirs.stream().map(Round::cpuMillis).toList());
        }
    }

    /** One task, its quality, and the memory it takes. */
    Standing standing(Task task) throws IOException, InterruptedException {
        warmUp(task);
        engine.memory().forget();
        sharp.memory().forget();
        List<Round> thumbnails = new ArrayList<>();
        Paired paired = rounds(task, thumbnails);
        long ourMemory = engine.memory().peak();
        long theirMemory = sharp.memory().peak();
        byte[] source = Files.readAllBytes(task.source());
        Ideal ideal = new Ideal(source);
        List<byte[]> made = paired.ours().getLast().outputs();
        return new Standing(
                task,
                paired,
                thumbnails,
                ideal.leastPsnr(made),
                ideal.leastPsnr(paired.theirs().getLast().outputs()),
                made.size() == 1 ? Optional.empty() : Optional.of(ideal.mostLoss(made, alone(source, task.work()))),
                ourMemory,
                theirMemory);
    }

    /** One thumbnail of a photograph: what it takes, and how many a second all cores make. */
    Entry entry(Path photograph) throws IOException, InterruptedException {
        double once = engine.round(THUMBNAIL, 1, 1, photograph).wallMillis();
        int repetitions = (int) Math.max(2, ROUND_MILLIS / once);
        Standing standing = standing(new Task("", repetitions, photograph, THUMBNAIL));
        List<Round> ours = new ArrayList<>();
        List<Round> theirs = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            ours.add(engine.round(THUMBNAIL, CORES * repetitions, CORES, photograph));
            theirs.add(sharp.round(THUMBNAIL, CORES * repetitions, CORES, photograph));
        }
        return new Entry(Photo.of(photograph), standing, new Paired(ours, theirs));
    }

    /** The first rendition of a task without the resampling in its middle, beside the whole of sharp's. */
    Paired codecAlone(Task task) throws IOException, InterruptedException {
        Work codec = task.work().codecAlone();
        List<Round> ours = new ArrayList<>();
        List<Round> theirs = new ArrayList<>();
        for (int i = -WARM_UP_ROUNDS; i < ROUNDS; i++) {
            Round our = engine.round(codec, task.repetitions(), 1, task.source());
            Round their = sharp.round(task);
            if (i >= 0) {
                ours.add(our);
                theirs.add(their);
            }
        }
        return new Paired(ours, theirs);
    }

    private Paired rounds(Task task, List<Round> thumbnails) throws IOException, InterruptedException {
        List<Round> ours = new ArrayList<>();
        List<Round> theirs = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            ours.add(engine.round(task));
            theirs.add(sharp.round(task));
            if (thumbnail.isPresent() && ThumbnailPeer.does(task.work())) {
                thumbnails.add(thumbnail.get().round(task.work(), task.repetitions(), task.source()));
            }
        }
        return new Paired(ours, theirs);
    }

    private void warmUp(Task task) throws IOException {
        for (double spent = 0; spent < toWarmUp; ) {
            spent += engine.round(task).cpuMillis() * task.repetitions();
        }
        toWarmUp = OUR_WARM_UP_MILLIS;
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            sharp.round(task);
        }
    }

    /** Every rendition made by itself. */
    private List<byte[]> alone(byte[] source, Work work) {
        return work.widths().stream()
                .map(width -> EnginePeer.render(
                                judge,
                                source,
                                Work.of(work.format(), List.of(width)).pipelines())
                        .getFirst())
                .toList();
    }
}
