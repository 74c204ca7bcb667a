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
    private final Addresses addresses;
    private final long pid;
    private final List<ProcessTime> helpers;
    private final Map<String, Integer> asked = new HashMap<>();

    /** Tells the address of the picture with a number, the {@code index}-th of its kind that is asked for. */
    interface Addresses {
        URI of(int index, String format);
    }

    /**
     * @param pid its process
     * @param helpers processes without which it could not answer
     */
    Side(Addresses addresses, long pid, List<Long> helpers) {
        this.addresses = addresses;
        this.pid = pid;
        this.helpers = helpers.stream().map(ProcessTime::new).toList();
    }

    /** So many addresses that were not asked for yet. */
    List<URI> next(String format, int count) {
        int from = asked.getOrDefault(format, 0);
        asked.put(format, from + count);
        List<URI> next = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            next.add(addresses.of(i, format));
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
