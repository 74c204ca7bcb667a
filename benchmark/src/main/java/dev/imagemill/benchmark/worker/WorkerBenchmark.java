package dev.imagemill.benchmark.worker;

import dev.imagemill.benchmark.Effort;
import dev.imagemill.benchmark.Machine;
import dev.imagemill.benchmark.Section;
import dev.imagemill.benchmark.Verdict;
import dev.imagemill.benchmark.deployment.Deployment;
import dev.imagemill.benchmark.deployment.Service;
import dev.imagemill.benchmark.process.ProcessTime;
import dev.imagemill.benchmark.process.Surroundings;
import dev.imagemill.codec.Codec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A bulk job over images in the embedded S3 server, with Kafka, Postgres, the storage service and the worker each in a process of its own on the same
 * processors.
 *
 * <p>Run with {@code benchmark/run worker [--write] [IMAGES]}, 20,000 if not told.
 */
public final class WorkerBenchmark {
    private static final int USUAL = Effort.of(20_000, 200);
    /** With fewer images memory has not settled, and a line through it says nothing. */
    private static final int ENOUGH = 5000;

    private static final double BUSY = 90;
    private static final double GROWTH = 5;

    private WorkerBenchmark() {}

    /** Prints the report. */
    public static void main(String[] arguments) throws Exception {
        Codec.ensureLoaded();
        boolean write = List.of(arguments).contains("--write");
        int images = List.of(arguments).stream()
                .filter(word -> !word.startsWith("--"))
                .findFirst()
                .map(Integer::parseInt)
                .orElse(USUAL);
        try (Deployment deployment = Deployment.start()) {
            Service storage = deployment.service("storage", Map.of());
            long begun = System.nanoTime();
            Catalogue.fill(deployment, storage, images);
            System.err.printf(Locale.ROOT, "uploaded in %.0f s%n", (System.nanoTime() - begun) / 1e9);
            Service worker = deployment.service("transform", Map.of());
            ProcessTime s3 = new ProcessTime(deployment.s3().pid());
            double s3Before = s3.seconds();
            double storageBefore = storage.time().seconds();
            Course course = new BulkJob(storage, worker).run(images);
            double s3Used = s3.seconds() - s3Before;
            double storageUsed = storage.time().seconds() - storageBefore;
            String report = report(course, s3Used, storageUsed, worker.memory().peak());
            System.out.println(report);
            if (write) {
                new Section("worker").write(Section.PERFORMANCE, report);
            }
        }
    }

    private static List<Verdict> verdicts(Course course) {
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(Verdict.atLeast(
                "threads for pixels busy, from the job's beginning to its end", BUSY, 100 * course.busy(), "%"));
        if (course.images() >= ENOUGH) {
            verdicts.add(Verdict.atMost(
                    "resident memory more after 10,000 images, from a fifth of the job on, as a part of what it is",
                    GROWTH,
                    100 * course.growth() / course.settledResident(),
                    "%"));
        }
        return verdicts;
    }

    private static String report(Course course, double s3Seconds, double storageSeconds, long peak) throws IOException {
        return String.join(
                "\n\n",
                "On " + Machine.described() + ". " + Surroundings.described(),
                Verdict.table(verdicts(course)),
                course.table(),
                String.format(
                        Locale.ROOT,
                        "%,d images took %.0f s, in which the machine's processors were idle for %.0f %% of the time. An image took %.1f ms CPU of"
                                + " the worker, %.1f of the S3 server, %.1f of storage. The worker's peak was %d MiB.",
                        course.images(),
                        course.last().seconds(),
                        100 * course.idle(),
                        1e3 * course.cpuSeconds() / course.images(),
                        1e3 * s3Seconds / course.images(),
                        1e3 * storageSeconds / course.images(),
                        peak));
    }
}
