package dev.imagemill.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a page between two markers, which a program writes. */
public final class Section {
    /** The page with everything that was measured, from the project's folder. */
    public static final Path PERFORMANCE = Path.of("docs/performance.md");

    private final String begin;
    private final String end;

    /** By its name in the markers, {@code <!-- name: begin -->} and {@code end}. */
    public Section(String name) {
        begin = "<!-- " + name + ": begin -->";
        end = "<!-- " + name + ": end -->";
    }

    /** Writes this content between the markers of a page. */
    public void write(Path page, String content) throws IOException {
        Files.writeString(page, replace(Files.readString(page), content));
    }

    /**
     * The page with this content between the markers.
     *
     * @throws IllegalArgumentException if the page has not both markers, in this order
     */
    String replace(String page, String content) {
        int from = page.indexOf(begin);
        int to = page.indexOf(end, Math.max(from, 0));
        if (from < 0 || to < 0) {
            throw new IllegalArgumentException("the page has no part between " + begin + " and " + end);
        }
        return page.substring(0, from + begin.length()) + "\n" + content + "\n" + page.substring(to);
    }
}
