package dev.imagemill.storage.verification;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what is found, keeps the first of each kind, and writes all of it to a file where there is one. */
final class Findings implements AutoCloseable {
    private static final int KEPT_OF_A_KIND = 100;

    private final Map<FindingKind, Long> counts = new EnumMap<>(FindingKind.class);
    private final List<Finding> first = new ArrayList<>();
    private final @Nullable PrintWriter file;

    Findings(@Nullable Path file) {
        try {
            this.file = file == null ? null : new PrintWriter(Files.newBufferedWriter(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the findings cannot be written to " + file, e);
        }
    }

    synchronized void add(Finding finding) {
        if (counts.merge(finding.kind(), 1L, Long::sum) <= KEPT_OF_A_KIND) {
            first.add(finding);
        }
        if (file != null) {
            file.println(finding.line());
        }
    }

    synchronized long count(FindingKind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /** How many were found, by kind. */
    synchronized Map<FindingKind, Long> counts() {
        return Collections.unmodifiableMap(new EnumMap<>(counts));
    }

    /** The first hundred of each kind, in the order in which they were found. */
    synchronized List<Finding> first() {
        return List.copyOf(first);
    }

    @Override
    public synchronized void close() {
        if (file != null) {
            file.close();
            if (file.checkError()) {
                throw new UncheckedIOException(new IOException("the findings could not be written to their file"));
            }
        }
    }
}
