package dev.imagemill.benchmark.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The course of a job: samples from its beginning to its end.
 *
 * @param images all of them
 * @param cores processors of the machine, and threads of the worker that compute
 */
record Course(List<Sample> samples, int images, int cores) {
    private static final String HEAD = """
            | images done | after, s | images/s | threads busy | worker's CPU | machine idle | resident, MiB | of it Java heap |
            |---|---|---|---|---|---|---|---|
            """;
    private static final int PARTS = 10;
    /** Until then the heap takes its shape and code is compiled. */
    private static final double SETTLED = 0.2;

    /** A line for each tenth of the job, about the time since the one before. */
    String table() {
        StringBuilder table = new StringBuilder(HEAD);
        Sample before = samples.getFirst();
        for (Sample sample : tenths()) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %,d | %.0f | %.1f | %.0f %% | %.0f %% | %.0f %% | %.0f | %.0f |%n",
                    sample.images(),
                    sample.seconds(),
                    (sample.images() - before.images()) / (sample.seconds() - before.seconds()),
                    100 * sample.busySince(before, cores),
                    100 * sample.cpuSince(before, cores),
                    100 * sample.machine().idleSince(before.machine()),
                    sample.resident(),
                    sample.heap()));
            before = sample;
        }
        return table.toString().stripTrailing();
    }

    /** Share of the whole job in which threads for pixels were at work. */
    double busy() {
        return last().busySince(samples.getFirst(), cores);
    }

    /** Share of the whole job in which the machine's processors had nothing to do. */
    double idle() {
        return last().machine().idleSince(samples.getFirst().machine());
    }

    /** CPU of the worker. */
    double cpuSeconds() {
        return last().cpuSeconds() - samples.getFirst().cpuSeconds();
    }

    /** MiB that resident memory grows in 10,000 images, by least squares, from a fifth of the job on. */
    double growth() {
        List<Sample> settled = samples.stream()
                .filter(sample -> sample.images() >= SETTLED * images)
                .toList();
        double meanImages = settled.stream().mapToLong(Sample::images).average().orElseThrow();
        double meanResident =
                settled.stream().mapToDouble(Sample::resident).average().orElseThrow();
        double products = 0;
        double squares = 0;
        for (Sample sample : settled) {
            double offset = sample.images() - meanImages;
            products += offset * (sample.resident() - meanResident);
            squares += offset * offset;
        }
        return squares == 0 ? 0 : 10_000 * products / squares;
    }

    /** What was resident on the average from a fifth of the job on, in MiB. */
    double settledResident() {
        return samples.stream()
                .filter(sample -> sample.images() >= SETTLED * images)
                .mapToDouble(Sample::resident)
                .average()
                .orElseThrow();
    }

    Sample last() {
        return samples.getLast();
    }

    private List<Sample> tenths() {
        List<Sample> tenths = new ArrayList<>();
        for (int part = 1; part <= PARTS; part++) {
            long wanted = (long) images * part / PARTS;
            Sample reached = samples.stream()
                    .filter(sample -> sample.images() >= wanted)
                    .findFirst()
                    .orElseThrow();
            if (tenths.isEmpty() || tenths.getLast().seconds() < reached.seconds()) {
                tenths.add(reached);
            }
        }
        return tenths;
    }
}
