package dev.imagemill.benchmark.pillow;

import dev.imagemill.benchmark.Machine;
import dev.imagemill.benchmark.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * CPU time of every operation of {@link Catalogue} in {@code imageop} and in Pillow, one thread each, in turns, over the same pixels.
 *
 * <p>Run with {@code benchmark/run pillow [--write] [PATTERN]}. The pattern is a regular expression that is looked for in titles such as
 * {@code rotate90, RGB, 6 Mpx}; {@code --write} puts the tables into {@code docs/performance.md}.
 */
public final class PillowComparison {
    private PillowComparison() {}

    /** Prints the report; fails if a result was not Pillow's. */
    public static void main(String[] arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean write = words.remove("--write");
        Pattern pattern = Pattern.compile(String.join(" ", words), Pattern.CASE_INSENSITIVE);
        if (write && !words.isEmpty()) {
            throw new IllegalArgumentException("the page takes the whole comparison: no pattern with --write");
        }
        try (PillowPeer peer = PillowPeer.start()) {
            List<Row> rows = measure(peer, pattern);
            String report = "On " + Machine.described() + "; " + peer.version() + ".\n\n" + new Report(rows).markdown();
            System.out.println(report);
            if (write) {
                new Section("pillow").write(Section.PERFORMANCE, report);
            }
            if (!rows.stream().allMatch(Row::same)) {
                throw new IllegalStateException("some results are not those of Pillow");
            }
        }
    }

    private static List<Row> measure(PillowPeer peer, Pattern pattern) throws IOException {
        Contest contest = new Contest(peer);
        List<Operation> operations = Catalogue.all();
        Map<Operation, List<Row>> rows = new LinkedHashMap<>();
        operations.forEach(operation -> rows.put(operation, new ArrayList<>()));
        // Mode by mode, because the sources of all modes together would fill the memory.
        for (String mode : operations.stream().map(Operation::mode).distinct().toList()) {
            Album album = new Album(mode, peer);
            for (Operation operation : ofMode(operations, mode)) {
                for (Scale scale : Scale.values()) {
                    if (wanted(operation, scale, operations, pattern)) {
                        List<Row> done = rows.getOrDefault(operation, List.of());
                        done.add(contest.measure(
                                operation,
                                album.picture(scale, operation.theirs() != null),
                                /* cold= */ done.isEmpty()));
                        System.err.println(done.getLast());
                    }
                }
            }
        }
        return rows.values().stream().flatMap(List::stream).toList();
    }

    private static List<Operation> ofMode(List<Operation> operations, String mode) {
        return operations.stream()
                .filter(operation -> operation.mode().equals(mode))
                .toList();
    }

    /** Whether its title is asked for, or it is the copy that another, which is asked for, is compared with. */
    private static boolean wanted(Operation operation, Scale scale, List<Operation> operations, Pattern pattern) {
        List<Operation> asking = operation.isCopy()
                ? ofMode(operations, operation.mode()).stream()
                        .filter(Operation::onlyMoves)
                        .toList()
                : List.of(operation);
        return asking.stream().anyMatch(other -> asked(other, scale, pattern));
    }

    private static boolean asked(Operation operation, Scale scale, Pattern pattern) {
        return pattern.matcher(operation.title(scale)).find();
    }
}
