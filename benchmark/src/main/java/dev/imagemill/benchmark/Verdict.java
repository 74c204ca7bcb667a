package dev.imagemill.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What was wanted and what was measured.
 *
 * @param what the quantity
 * @param most whether the bound is the most that is allowed, rather than the least that is wanted
 * @param bound what was wanted
 * @param measured what came out
 * @param unit behind both numbers; may be empty
 */
public record Verdict(String what, boolean most, double bound, double measured, String unit) {
    private static final String HEAD = "| target | wanted | measured | |\n|---|---|---|---|\n";

    /** Not more than this is allowed. */
    public static Verdict atMost(String what, double bound, double measured, String unit) {
        return new Verdict(what, true, bound, measured, unit);
    }

    /** Not less than this is wanted. */
    public static Verdict atLeast(String what, double bound, double measured, String unit) {
        return new Verdict(what, false, bound, measured, unit);
    }

    /** A table of them. */
    public static String table(List<Verdict> verdicts) {
        return HEAD + verdicts.stream().map(Verdict::row).collect(Collectors.joining("\n"));
    }

    /** Whether the target is met by what is printed, so that nobody sees the bound itself and reads that it was missed. */
    public boolean isMet() {
        return most ? printed(measured) <= printed(bound) : printed(measured) >= printed(bound);
    }

    private String row() {
        return String.format(
                Locale.ROOT,
                "| %s | at %s %s | %s | %s |",
                what,
                most ? "most" : "least",
                text(bound),
                text(measured),
                isMet() ? "met" : "**missed by " + text(Math.abs(printed(measured) - printed(bound))) + "**");
    }

    private static double printed(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private String text(double value) {
        String number = String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.2f", value);
        return number + (unit.isEmpty() ? "" : " " + unit);
    }
}
