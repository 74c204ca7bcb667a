package dev.imagemill.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of one task.
 *
 * @param ours rounds of the engine
 * @param theirs those of sharp, each paired with the one of the engine at the same place
 * @param thumbnail those of vipsthumbnail; none if it is not there, or does no such thing
 * @param ourPsnr the least of the renditions, in decibels
 * @param theirPsnr the same of sharp's
 * @param loss the most that one of several renditions loses because they are made together, in decibels
 * @param ourMemory most resident memory meanwhile, in MiB
 * @param theirMemory the same of sharp's process
 */
record Standing(
        Task task,
        List<Round> ours,
        List<Round> theirs,
        List<Round> thumbnail,
        double ourPsnr,
        double theirPsnr,
        Optional<Double> loss,
        long ourMemory,
        long theirMemory) {
    static final String HEAD =
            "| work | Imagemill, ms CPU | sharp, ms CPU | ratio | vipsthumbnail, ms CPU | PSNR, dB | sharp's | lost in company, dB | bytes | sharp's | peak MiB | sharp's |\n"
                    + "|---|---|---|---|---|---|---|---|---|---|---|---|";

    /** A line of the table. */
    String row() {
        return Stream.of(
                        task.title(),
                        millis(ours),
                        millis(theirs),
                        number("%.2f", ratio()),
                        thumbnail.isEmpty() ? "" : millis(thumbnail),
                        number("%.1f", ourPsnr),
                        number("%.1f", theirPsnr),
                        loss.map(most -> number("%.2f", most)).orElse(""),
                        number("%,d", ours.getLast().outputBytes()),
                        number("%,d", theirs.getLast().outputBytes()),
                        number("%d", ourMemory),
                        number("%d", theirMemory))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** Median of what one of ours took, as a part of what the one of theirs beside it took. */
    double ratio() {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            ratios.add(ours.get(i).cpuMillis() / theirs.get(i).cpuMillis());
        }
        return median(ratios);
    }

    private static String millis(List<Round> rounds) {
        return number("%.1f", median(rounds.stream().map(Round::cpuMillis).toList()));
    }

    static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static String number(String format, Number value) {
        return String.format(Locale.ROOT, format, value);
    }
}
