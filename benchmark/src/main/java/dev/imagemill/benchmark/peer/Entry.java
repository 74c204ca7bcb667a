package dev.imagemill.benchmark.peer;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What came of one photograph of several.
 *
 * @param one thumbnail after thumbnail on one thread
 * @param all thumbnails on all cores
 */
record Entry(Photo photo, Standing one, Contest.Paired all) {
    private static final String HEAD = """
            | photograph | Mpx | bits a pixel | Imagemill, ms CPU | sharp, ms CPU | ratio | vipsthumbnail, ms CPU | PSNR, dB | sharp's | images/s | sharp's | ratio | peak MiB | sharp's |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|---|
            """;

    static String table(List<Entry> entries) {
        return HEAD + entries.stream().map(Entry::row).collect(Collectors.joining("\n"));
    }

    /** Geometric means of the ratios, a line a format. */
    static String means(List<Entry> entries) {
        String rows = entries.stream()
                .map(entry -> entry.photo.format())
                .distinct()
                .map(format -> mean(
                        format,
                        entries.stream()
                                .filter(entry -> entry.photo.format().equals(format))
                                .toList()))
                .collect(Collectors.joining("\n"));
        return "| geometric mean of | photographs | CPU, part of sharp's | images/s, times sharp's |\n|---|---|---|---|\n"
                + rows;
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %.1f | %.2f | %s | %.1f | %.1f | %.0f | %.0f | %.2f | %d | %d |",
                photo.name(),
                photo.size().pixels() / 1e6,
                photo.bitsPerPixel(),
                one.paired().ourMillis(),
                one.paired().theirMillis(),
                one.ratio(),
                one.thumbnailMillis(),
                one.ourPsnr(),
                one.theirPsnr(),
                Median.of(all.ours().stream().map(Round::perSecond).toList()),
                Median.of(all.theirs().stream().map(Round::perSecond).toList()),
                speed(),
                one.ourMemory(),
                one.theirMemory());
    }

    private static String mean(String format, List<Entry> entries) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.2f | %.2f |",
                format,
                entries.size(),
                geometric(entries, entry -> entry.one.ratio()),
                geometric(entries, Entry::speed));
    }

    private static double geometric(List<Entry> entries, ToDoubleFunction<Entry> value) {
        return Math.exp(
                entries.stream().mapToDouble(value).map(Math::log).average().orElseThrow());
    }

    /** Median of what one of our rounds makes a second, in times of what the one of theirs beside it makes. */
    private double speed() {
        return Median.of(IntStream.range(0, all.ours().size())
                .mapToObj(
                        i -> all.ours().get(i).perSecond() / all.theirs().get(i).perSecond())
                .toList());
    }
}
