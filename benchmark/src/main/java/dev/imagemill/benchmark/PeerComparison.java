package dev.imagemill.benchmark;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.DecodeOptions;
import dev.imagemill.codec.DecodedImage;
import dev.imagemill.codec.EncodeOptions;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.codec.Limits;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.transform.engine.Engine;
import dev.imagemill.transform.engine.Outcome;
import dev.imagemill.transform.engine.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * CPU time per image of the engine against sharp and vipsthumbnail, on the same file in the same run: they take turns, round by round, so
 * that a machine whose speed drifts does so for all. One thread each; CPU is that of whole processes, garbage collection and compilation
 * included.
 *
 * <p>Prints a Markdown table with the median of each and of the ratio of paired rounds, how near the renditions come to the
 * ideal, and what memory was resident; then what decoding and encoding alone take of the first task. Run with {@code benchmark/run peers [--write] [IMAGE]};
 * without an image it renders a photograph-like JPEG of 6 Mpx. {@code --write} puts the table into {@code docs/performance.md}.
 */
final class PeerComparison {
    private static final Path PAGE = Path.of("docs/performance.md");

    /** The engine is to be compiled by then; what sharp consists of was compiled before. */
    private static final int OUR_WARM_UP_ROUNDS = 12;

    private static final int WARM_UP_ROUNDS = 2;
    private static final int ROUNDS = 9;

    private final Path image;
    private final SharpPeer sharp;
    private final Optional<ThumbnailPeer> thumbnail = ThumbnailPeer.find();
    private final Engine engine = new Engine(Limits.DEFAULT);
    private final ProcessClock clock = new ProcessClock();
    private final ProcessMemory memory =
            new ProcessMemory(ProcessHandle.current().pid());

    private PeerComparison(Path image, SharpPeer sharp) {
        this.image = image;
        this.sharp = sharp;
    }

    static void main(String[] arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean write = words.remove("--write");
        Path image = words.isEmpty() ? Photograph.sixMegapixels() : Path.of(words.getFirst());
        Codec.ensureLoaded();
        try (SharpPeer sharp = SharpPeer.start()) {
            String report = new PeerComparison(image, sharp).report();
            System.out.println(report);
            if (write) {
                new Section("peers").write(PAGE, report);
            }
        }
    }

    private String report() throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s, %,d bytes, %d rounds; vipsthumbnail is %s.%n%n%s",
                image.getFileName(),
                Files.size(image),
                ROUNDS,
                thumbnail.isPresent() ? "present" : "absent",
                Standing.HEAD));
        for (Task task : Task.all()) {
            Standing standing = compare(task);
            System.err.println(standing.row());
            lines.add(standing.row());
        }
        lines.add("\n" + codecAlone(Task.all().getFirst()));
        return String.join("\n", lines);
    }

    private Standing compare(Task task) throws IOException, InterruptedException {
        Path source = Photograph.as(task.source(), image);
        byte[] bytes = Files.readAllBytes(source);
        Supplier<List<byte[]>> work = () -> render(bytes, task.pipelines());
        warmUp(task, work, source);
        List<Round> ours = new ArrayList<>();
        List<Round> theirs = new ArrayList<>();
        List<Round> thumbnails = new ArrayList<>();
        memory.forget();
        sharp.memory().forget();
        for (int i = 0; i < ROUNDS; i++) {
            ours.add(round(task.repetitions(), work));
            theirs.add(sharp.round(task, source));
            if (thumbnail.isPresent() && ThumbnailPeer.does(task)) {
                thumbnails.add(thumbnail.get().round(task, source));
            }
        }
        long ourMemory = memory.peak();
        long theirMemory = sharp.memory().peak();
        Ideal ideal = new Ideal(bytes);
        List<byte[]> made = ours.getLast().outputs();
        return new Standing(
                task,
                ours,
                theirs,
                thumbnails,
                ideal.leastPsnr(made),
                ideal.leastPsnr(theirs.getLast().outputs()),
                made.size() == 1 ? Optional.empty() : Optional.of(ideal.mostLoss(made, alone(bytes, task))),
                ourMemory,
                theirMemory);
    }

    /** Every rendition of a task made by itself. */
    private List<byte[]> alone(byte[] source, Task task) {
        return task.pipelines().stream()
                .map(pipeline -> render(source, List.of(pipeline)).getFirst())
                .toList();
    }

    /** The first task without the resampling in its middle: below that no engine gets that uses the same decoder and encoder. */
    private String codecAlone(Task task) throws IOException {
        byte[] source = Files.readAllBytes(image);
        Image result = decoded(render(source, task.pipelines()).getFirst(), DecodeOptions.DEFAULT);
        DecodeOptions small = DecodeOptions.DEFAULT.withAtLeast(result.size());
        EncodeOptions encoding = EncodeOptions.of(ImageFormat.JPEG);
        Supplier<List<byte[]>> work = () -> {
            Codec.decode(source, small).close();
            return List.of(Codec.encode(result, encoding));
        };
        warmUp(task, work, image);
        List<Double> ours = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            ours.add(round(task.repetitions(), work).cpuMillis());
            ratios.add(ours.getLast() / sharp.round(task, image).cpuMillis());
        }
        ImageSize read = decoded(source, small).size();
        return String.format(
                Locale.ROOT,
                "Decoding to %d x %d and encoding alone: %.1f ms, %.2f of sharp's whole.",
                read.width(),
                read.height(),
                Standing.median(ours),
                Standing.median(ratios));
    }

    private void warmUp(Task task, Supplier<List<byte[]>> work, Path source) throws IOException {
        for (int i = 0; i < OUR_WARM_UP_ROUNDS; i++) {
            round(task.repetitions(), work);
        }
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            sharp.round(task, source);
        }
    }

    private List<byte[]> render(byte[] source, List<Pipeline> pipelines) {
        return engine.render(Source.of(source), pipelines).stream()
                .map(PeerComparison::bytes)
                .toList();
    }

    private static byte[] bytes(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Rendered rendered -> rendered.bytes();
            case Outcome.Refused refused ->
                throw new IllegalStateException(refused.problem().detail());
        };
    }

    private static Image decoded(byte[] file, DecodeOptions options) {
        try (DecodedImage decoded = Codec.decode(file, options)) {
            return decoded.image().copy();
        }
    }

    private Round round(int repetitions, Supplier<List<byte[]>> work) {
        long before = clock.nanos();
        List<byte[]> outputs = List.of();
        for (int i = 0; i < repetitions; i++) {
            outputs = work.get();
        }
        return new Round((clock.nanos() - before) / 1e6 / repetitions, outputs);
    }
}
