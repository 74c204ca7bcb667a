package dev.imagemill.benchmark;

import com.sun.management.OperatingSystemMXBean;
import dev.imagemill.codec.Codec;
import dev.imagemill.codec.DecodeOptions;
import dev.imagemill.codec.DecodedImage;
import dev.imagemill.codec.EncodeOptions;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.codec.Limits;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.transform.engine.Engine;
import dev.imagemill.transform.engine.Outcome;
import dev.imagemill.transform.engine.Source;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * CPU time per image of the engine against sharp, on the same file in the same run: the two take turns, round by round, so that a
 * machine whose speed drifts does so for both. One thread each; CPU is that of the whole process, garbage collection included.
 *
 * <p>Prints a Markdown table with the median of each and of the ratio of paired rounds, and how near the renditions come to the
 * ideal; then what decoding and encoding alone take of the first task. Run with {@code benchmark/run peers [IMAGE]}; without an image it
 * renders a photograph-like JPEG of 6 Mpx.
 */
final class PeerComparison {
    private static final int WARM_UP_ROUNDS = 3;
    private static final int ROUNDS = 9;

    private final byte[] source;
    private final Engine engine = new Engine(Limits.DEFAULT);

    private PeerComparison(byte[] source) {
        this.source = source;
    }

    static void main(String[] arguments) throws Exception {
        Path image = arguments.length > 0 ? Path.of(arguments[0]) : Photograph.sixMegapixels();
        PeerComparison comparison = new PeerComparison(Files.readAllBytes(image));
        Codec.ensureLoaded();
        try (SharpPeer sharp = SharpPeer.start()) {
            comparison.print(sharp, image);
        }
    }

    private void print(SharpPeer sharp, Path image) throws IOException {
        System.out.printf(Locale.ROOT, "%s, %,d bytes, %d rounds%n%n", image.getFileName(), source.length, ROUNDS);
        System.out.println(
                "| work | Imagemill, ms CPU | sharp, ms CPU | ratio | PSNR, dB | sharp's | bytes | sharp's |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        Ideal ideal = new Ideal(source);
        for (Task task : Task.all()) {
            System.out.println(compare(task, sharp, image, ideal));
        }
        System.out.printf(Locale.ROOT, "%n%s%n", codecAlone(sharp, image));
    }

    private String compare(Task task, SharpPeer sharp, Path image, Ideal ideal) throws IOException {
        Pairs pairs = new Pairs();
        for (int i = 0; i < WARM_UP_ROUNDS + ROUNDS; i++) {
            pairs.add(round(task.repetitions(), () -> render(task)), sharp.round(task, image), i >= WARM_UP_ROUNDS);
        }
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.2f | %.1f | %.1f | %,d | %,d |",
                task.title(),
                median(pairs.ours),
                median(pairs.theirs),
                median(pairs.ratios),
                ideal.leastPsnr(pairs.our.outputs()),
                ideal.leastPsnr(pairs.their.outputs()),
                pairs.our.outputBytes(),
                pairs.their.outputBytes());
    }

    /** The first task without the resampling in its middle: below that no engine gets that uses the same decoder and encoder. */
    private String codecAlone(SharpPeer sharp, Path image) throws IOException {
        Task task = Task.all().getFirst();
        Image result = decoded(render(task).getFirst(), DecodeOptions.DEFAULT);
        DecodeOptions small = DecodeOptions.DEFAULT.withAtLeast(result.size());
        Pairs pairs = new Pairs();
        for (int i = 0; i < WARM_UP_ROUNDS + ROUNDS; i++) {
            Round our = round(task.repetitions(), () -> {
                Codec.decode(source, small).close();
                return List.of(Codec.encode(result, EncodeOptions.of(ImageFormat.JPEG)));
            });
            pairs.add(our, sharp.round(task, image), i >= WARM_UP_ROUNDS);
        }
        ImageSize read = decoded(source, small).size();
        return String.format(
                Locale.ROOT,
                "Decoding to %d x %d and encoding alone: %.1f ms, %.2f of sharp's whole.",
                read.width(),
                read.height(),
                median(pairs.ours),
                median(pairs.ratios));
    }

    private List<byte[]> render(Task task) {
        return engine.render(Source.of(source), task.pipelines()).stream()
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

    private static Round round(int repetitions, Supplier<List<byte[]>> work) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = system.getProcessCpuTime();
        List<byte[]> outputs = List.of();
        for (int i = 0; i < repetitions; i++) {
            outputs = work.get();
        }
        return new Round((system.getProcessCpuTime() - before) / 1e6 / repetitions, outputs);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    /** Rounds of both sides, each with the one it is compared to. */
    private static final class Pairs {
        private final List<Double> ours = new ArrayList<>();
        private final List<Double> theirs = new ArrayList<>();
        private final List<Double> ratios = new ArrayList<>();
        private Round our = new Round(0, List.of());
        private Round their = our;

        private void add(Round ourRound, Round theirRound, boolean counts) {
            our = ourRound;
            their = theirRound;
            if (counts) {
                ours.add(our.cpuMillis());
                theirs.add(their.cpuMillis());
                ratios.add(our.cpuMillis() / their.cpuMillis());
            }
        }
    }
}
