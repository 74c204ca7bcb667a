package dev.imagemill.storage.verification;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A report for programs: one JSON document. */
final class JsonReport {
    private final PrintWriter out;

    JsonReport(PrintWriter out) {
        this.out = out;
    }

    void write(Report report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("agrees", report.agrees());
        report.tallies().forEach((section, tally) -> document.put(section.title(), tally));
        Map<String, Object> counts = new LinkedHashMap<>();
        report.counts()
                .forEach((kind, count) -> counts.put(
                        kind.code(), Map.of("weight", kind.weight().name().toLowerCase(Locale.ROOT), "count", count)));
        document.put("counts", counts);
        document.put("forgotten", report.forgotten());
        document.put("first", report.first().stream().map(JsonReport::document).toList());
        out.println(JsonMapper.shared().writeValueAsString(document));
        out.flush();
    }

    private static Map<String, Object> document(Finding finding) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kind", finding.kind().code());
        document.put("key", finding.key());
        document.put("detail", finding.detail());
        return document;
    }
}
