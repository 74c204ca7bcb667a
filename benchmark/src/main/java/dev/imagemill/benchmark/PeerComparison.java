package dev.imagemill.benchmark;

import com.sun.management.OperatingSystemMXBean;
import dev.imagemill.codec.Limits;
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

/**
 * CPU time per image of the engine against sharp, on the same file in the same run: the two take turns, round by round, so that a
 * machine whose speed drifts does so for both. One thread each; CPU is that of the whole process, garbage collection included.
 *
 * <p>Prints a Markdown table with the median of each and of the ratio of paired rounds. Run with
 * {@code benchmark/run peers [IMAGE]}; without an image it renders a photograph-like JPEG of 6 Mpx.
 */
final class PeerComparison {
    private static final int WARM_UP_ROUNDS = 3;
    private static final int ROUNDS = 9;

    private PeerComparison() {}

    static void main(String[] arguments) throws Exception {
        Path image = arguments.length > 0 ? Path.of(arguments[0]) : Photograph.sixMegapixels();
        byte[] bytes = Files.readAllBytes(image);
        Engine engine = new Engine(Limits.DEFAULT);
        try (SharpPeer sharp = SharpPeer.start()) {
            System.out.printf(Locale.ROOT, "%s, %,d bytes, %d rounds%n%n", image.getFileName(), bytes.length, ROUNDS);
            System.out.println("| work | Imagemill ms CPU | sharp ms CPU | ratio | bytes | sharp bytes |");
            System.out.println("|---|---|---|---|---|---|");
            for (Task task : Task.all()) {
                System.out.println(compare(task, engine, sharp, image, bytes));
            }
        }
    }

    private static String compare(Task task, Engine engine, SharpPeer sharp, Path image, byte[] bytes)
            throws IOException {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        Round our = round(task, engine, bytes);
        Round their = sharp.round(task, image);
        for (int i = 1; i < WARM_UP_ROUNDS + ROUNDS; i++) {
            our = round(task, engine, bytes);
            their = sharp.round(task, image);
            if (i >= WARM_UP_ROUNDS) {
                ours.add(our.cpuMillis());
                theirs.add(their.cpuMillis());
                ratios.add(our.cpuMillis() / their.cpuMillis());
            }
        }
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.2f | %d | %d |",
                task.title(),
                median(ours),
                median(theirs),
                median(ratios),
                our.outputBytes(),
                their.outputBytes());
    }

    private static Round round(Task task, Engine engine, byte[] bytes) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = system.getProcessCpuTime();
        long written = 0;
        for (int i = 0; i < task.repetitions(); i++) {
            written = engine.render(Source.of(bytes), task.pipelines()).stream()
                    .mapToLong(PeerComparison::length)
                    .sum();
        }
        return new Round((system.getProcessCpuTime() - before) / 1e6 / task.repetitions(), written);
    }

    private static long length(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Rendered rendered -> rendered.bytes().length;
            case Outcome.Refused refused ->
                throw new IllegalStateException(refused.problem().detail());
        };
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
