package dev.imagemill.benchmark.peer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of one task.
 *
 * @param paired rounds of the engine, and sharp's beside them
 * @param thumbnail those of vipsthumbnail; none if it is not there, or does no such thing
 * @param ourPsnr the least of the renditions, in decibels
 * @param theirPsnr the same of sharp's
 * @param loss the most that one of several renditions loses because they are made together, in decibels
 * @param ourMemory most resident memory meanwhile, in MiB
 * @param theirMemory the same of sharp's process
 */
record Standing(
        Task task,
        Contest.Paired paired,
        List<Round> thumbnail,
        double ourPsnr,
        double theirPsnr,
        Optional<Double> loss,
        long ourMemory,
        long theirMemory) {
    private static final String HEAD = """
            | work | Imagemill, ms CPU | sharp, ms CPU | ratio | vipsthumbnail, ms CPU | PSNR, dB | sharp's | lost in company, dB | bytes | sharp's | peak MiB | sharp's |
            |---|---|---|---|---|---|---|---|---|---|---|---|
            """;

    static String table(List<Standing> standings) {
        return HEAD + standings.stream().map(Standing::row).collect(Collectors.joining("\n"));
    }

    /** A line of the table. */
    String row() {
        return Stream.of(
                        task.title(),
                        number("%.1f", paired.ourMillis()),
                        number("%.1f", paired.theirMillis()),
                        number("%.2f", ratio()),
                        thumbnailMillis(),
                        number("%.1f", ourPsnr),
                        number("%.1f", theirPsnr),
                        loss.map(most -> number("%.2f", most)).orElse(""),
                        number("%,d", paired.ours().getLast().outputBytes()),
                        number("%,d", paired.theirs().getLast().outputBytes()),
                        number("%d", ourMemory),
                        number("%d", theirMemory))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    double ratio() {
        return paired.ratio();
    }

    String thumbnailMillis() {
        return thumbnail.isEmpty()
                ? ""
                : number(
                        "%.1f",
                        Median.of(thumbnail.stream().map(Round::cpuMillis).toList()));
    }

    private static String number(String format, Number value) {
        return String.format(Locale.ROOT, format, value);
    }
}
