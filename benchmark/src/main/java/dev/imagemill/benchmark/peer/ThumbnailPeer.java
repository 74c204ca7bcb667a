package dev.imagemill.benchmark.peer;

import dev.imagemill.benchmark.process.Surroundings;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * libvips' own command, one process for all images of a round, each under a name of its own so that none is found in its cache. Its defaults are
 * those of the others: turned upright, lanczos3, in the picture's own light rather than linear.
 */
final class ThumbnailPeer implements AutoCloseable {
    private static final String COMMAND = "vipsthumbnail";

    /** The command, its arguments; the shell tells what its child took. */
    private static final String SCRIPT = "TIMEFORMAT='%U %S'; time \"$0\" \"$@\"";

    private final Path command;
    private final Path folder;

    private ThumbnailPeer(Path command, Path folder) {
        this.command = command;
        this.folder = folder;
    }

    /** The one on the search path; empty if there is none (it is in Debian's package {@code libvips-tools}). */
    static Optional<ThumbnailPeer> find() throws IOException {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        Path folder = Files.createTempDirectory("thumbnail-peer");
        return Stream.of(path.split(File.pathSeparator, -1))
                .map(each -> Path.of(each, COMMAND))
                .filter(Files::isExecutable)
                .findFirst()
                .map(command -> new ThumbnailPeer(command, folder));
    }

    /** Whether it does so much in one call. */
    static boolean does(Work work) {
        return work.widths().size() == 1;
    }

    /** As {@code libvips 8.14.1}. */
    String version() throws IOException, InterruptedException {
        return run(List.of(command.toString(), "--vips-version"))
                .lines()
                .findFirst()
                .orElse("");
    }

    /** Does some work so often. */
    Round round(Work work, int repetitions, Path image) throws IOException, InterruptedException {
        clear();
        List<String> call = new ArrayList<>(List.of(
                "bash",
                "-c",
                SCRIPT,
                command.toString(),
                "--size",
                work.widths().getFirst() + "x",
                "-o",
                folder.resolve("made-%s." + work.format() + "[Q=80,strip]").toString()));
        for (int i = 0; i < repetitions; i++) {
            Path link = folder.resolve(i + ".source");
            call.add(Files.createSymbolicLink(link, image.toAbsolutePath()).toString());
        }
        long start = System.nanoTime();
        String said = run(call);
        double wall = (System.nanoTime() - start) / 1e6;
        byte[] made = Files.readAllBytes(folder.resolve("made-0." + work.format()));
        return new Round(seconds(said) * 1e3 / repetitions, wall / repetitions, List.of(made));
    }

    @Override
    public void close() throws IOException {
        clear();
        Files.delete(folder);
    }

    private void clear() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static String run(List<String> call) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(call).redirectErrorStream(true);
        builder.environment().putAll(Surroundings.environment());
        builder.environment().put("VIPS_CONCURRENCY", "1");
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(call.getFirst() + ": " + said);
        }
        return said;
    }

    /** User's and system's seconds are the two words of the last line. */
    static double seconds(String said) {
        String last = said.lines().reduce("", (_, line) -> line);
        return Stream.of(last.strip().split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .sum();
    }
}
