package dev.imagemill.benchmark.peer;

import dev.imagemill.benchmark.Machine;
import dev.imagemill.benchmark.Section;
import dev.imagemill.benchmark.Verdict;
import dev.imagemill.benchmark.photograph.Photographs;
import dev.imagemill.benchmark.process.Surroundings;
import dev.imagemill.codec.Codec;
import dev.imagemill.codec.DecodeOptions;
import dev.imagemill.codec.DecodedImage;
import dev.imagemill.imageop.ImageSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one image takes of the engine, of sharp and of vipsthumbnail, on the same files in the same run: they take turns, round by round, so
 * that a machine whose speed drifts does so for all. CPU is that of whole processes, garbage collection and compilation included.
 *
 * <p>Prints Markdown: different work on one photograph of 6 Mpx, then one thumbnail of each of several photographs. Run with {@code
 * benchmark/run peers [--write] [IMAGE...]}; without images it renders some. {@code --write} puts the tables into {@code docs/performance.md}.
 */
public final class PeerComparison {
    private static final double ONE = 0.8;
    private static final double EIGHT = 0.35;
    private static final double PSNR_GIVEN_UP = 0.3;
    private static final double LOST_IN_COMPANY = 0.5;

    private PeerComparison() {}

    /** Prints the report. */
    public static void main(String[] arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean write = words.remove("--write");
        Codec.ensureLoaded();
        List<Path> own = words.stream().map(Path::of).toList();
        Path photograph = own.isEmpty() ? Photographs.sixMegapixels() : own.getFirst();
        List<Path> corpus = own.isEmpty() ? Photographs.corpus() : own;
        Optional<ThumbnailPeer> thumbnail = ThumbnailPeer.find();
        try (LinePeer engine = LinePeer.engine();
                LinePeer sharp = LinePeer.sharp()) {
            String report = report(new Contest(engine, sharp, thumbnail), photograph, corpus, thumbnail);
            System.out.println(report);
            if (write) {
                new Section("peers").write(Section.PERFORMANCE, report);
            }
        } finally {
            if (thumbnail.isPresent()) {
                thumbnail.get().close();
            }
        }
    }

    private static String report(Contest contest, Path photograph, List<Path> corpus, Optional<ThumbnailPeer> thumbnail)
            throws IOException, InterruptedException {
        List<Standing> standings = new ArrayList<>();
        List<Task> tasks = Task.of(photograph);
        for (Task task : tasks) {
            standings.add(contest.standing(task));
            System.err.println(standings.getLast().row());
        }
        String codec = codecAlone(contest, tasks.getFirst());
        List<Entry> entries = new ArrayList<>();
        for (Path each : corpus) {
            entries.add(contest.entry(each));
            System.err.println(entries.getLast().row());
        }
        return String.join(
                "\n\n",
                "On " + Machine.described() + ": sharp " + NodePeers.version("sharp") + " with its own libvips, "
                        + (thumbnail.isPresent()
                                ? "vipsthumbnail of " + thumbnail.get().version()
                                : "vipsthumbnail is absent")
                        + ". " + Surroundings.described(),
                Verdict.table(verdicts(standings)),
                Photo.of(photograph).described() + ", " + Contest.ROUNDS + " rounds:",
                Standing.table(standings),
                codec,
                "One 400 px JPEG of each of several photographs; images a second are with " + Contest.CORES
                        + " threads on each side:",
                Entry.table(entries),
                Entry.means(entries));
    }

    private static List<Verdict> verdicts(List<Standing> standings) {
        Standing one = standings.get(0);
        Standing eight = standings.get(1);
        return List.of(
                Verdict.atMost("CPU of one 400 px JPEG, as a part of sharp's", ONE, one.ratio(), ""),
                Verdict.atMost(
                        "its PSNR below sharp's (negative: above)",
                        PSNR_GIVEN_UP,
                        one.theirPsnr() - one.ourPsnr(),
                        "dB"),
                Verdict.atMost("CPU of eight JPEGs, as a part of eight sharp calls", EIGHT, eight.ratio(), ""),
                Verdict.atMost(
                        "the most that one of them loses in company",
                        LOST_IN_COMPANY,
                        eight.loss().orElseThrow(),
                        "dB"));
    }

    private static String codecAlone(Contest contest, Task task) throws IOException, InterruptedException {
        byte[] source = Files.readAllBytes(task.source());
        Contest.Paired paired = contest.codecAlone(task);
        DecodeOptions small = DecodeOptions.DEFAULT.withAtLeast(
                size(paired.ours().getLast().outputs().getFirst(), DecodeOptions.DEFAULT));
        ImageSize read = size(source, small);
        return String.format(
                Locale.ROOT,
                "Below this no engine gets that uses the same decoder and encoder: decoding to %d x %d and encoding 400 px alone take"
                        + " %.1f ms, %.2f of sharp's whole.",
                read.width(),
                read.height(),
                paired.ourMillis(),
                paired.ratio());
    }

    private static ImageSize size(byte[] file, DecodeOptions options) {
        try (DecodedImage decoded = Codec.decode(file, options)) {
            return decoded.image().size();
        }
    }
}
