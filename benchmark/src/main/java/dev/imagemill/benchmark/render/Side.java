package dev.imagemill.benchmark.render;

import dev.imagemill.benchmark.process.ProcessMemory;
import dev.imagemill.benchmark.process.ProcessTime;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One side: where its pictures are, and what it used to make them. No picture is asked for twice in the same size and format. */
final class Side {
    private static final int WIDTH = 400;
    private static final int SMALL_WIDTH = 60;

    private final String name;
    private final int sources;
    private final Addresses addresses;
    private final long pid;
    private final List<ProcessTime> helpers;
    private final Map<String, Integer> asked = new HashMap<>();

    /** Tells the address of a source's picture of so many pixels in width. */
    interface Addresses {
        URI of(int source, int width, String format);
    }

    /**
     * @param sources number of sources
     * @param pid its process
     * @param helpers processes without which it could not answer
     */
    Side(String name, int sources, Addresses addresses, long pid, List<Long> helpers) {
        this.name = name;
        this.sources = sources;
        this.addresses = addresses;
        this.pid = pid;
        this.helpers = helpers.stream().map(ProcessTime::new).toList();
    }

    String name() {
        return name;
    }

    /** So many addresses that were not asked for yet: of every source once, then of every one again a pixel wider. */
    List<URI> next(String format, int count) {
        return next(format, WIDTH, count);
    }

    /** The same of smaller pictures, which are quickly made. */
    List<URI> nextSmall(String format, int count) {
        return next(format, SMALL_WIDTH, count);
    }

    private List<URI> next(String format, int width, int count) {
        String kind = format + " from " + width;
        int from = asked.getOrDefault(kind, 0);
        asked.put(kind, from + count);
        List<URI> next = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            next.add(addresses.of(i % sources, width + i / sources, format));
        }
        return next;
    }

    ProcessTime time() {
        return new ProcessTime(pid);
    }

    List<ProcessTime> helpers() {
        return helpers;
    }

    ProcessMemory memory() {
        return new ProcessMemory(pid);
    }
}
