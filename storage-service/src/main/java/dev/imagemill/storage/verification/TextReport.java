package dev.imagemill.storage.verification;

import java.io.PrintWriter;
import java.util.Locale;

/** A report for people: what was found, a line each, then what it comes to. */
final class TextReport {
    private final PrintWriter out;

    TextReport(PrintWriter out) {
        this.out = out;
    }

    void write(Report report) {
        report.first().forEach(finding -> out.println(finding.line()));
        if (!report.first().isEmpty()) {
            out.println();
        }
        report.tallies().forEach(this::tally);
        report.counts()
                .forEach((kind, count) ->
                        out.printf(Locale.ROOT, "%-18s %,11d  %s%n", kind.code(), count, kind.meaning()));
        Long forgotten = report.forgotten();
        if (forgotten != null) {
            out.printf(Locale.ROOT, "%-18s %,11d  renditions, which a job makes again%n", "forgotten", forgotten);
        }
        out.println(report.agrees() ? "Postgres and the bucket agree." : "Postgres and the bucket DIFFER.");
        out.flush();
    }

    private void tally(Section section, Tally tally) {
        out.printf(
                Locale.ROOT,
                "%-18s %,11d  in Postgres; %,d objects of %,d bytes in the bucket, %,d of them too young to have a row%n",
                section.title(),
                tally.rows(),
                tally.objects(),
                tally.bytes(),
                tally.young());
    }
}
