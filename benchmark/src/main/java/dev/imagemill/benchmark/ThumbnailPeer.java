package dev.imagemill.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** libvips' own command, one process for each rendition, whose start counts as it does for those who use it so. */
final class ThumbnailPeer {
    private static final String COMMAND = "vipsthumbnail";

    /** Repetitions, command, width, result, source; the shell adds up what its children took. */
    private static final String SCRIPT =
            "TIMEFORMAT='%U %S'; time for ((i = 0; i < $0; i++)); do \"$1\" --size \"$2x\" -o \"$3\" \"$4\"; done";

    private final Path command;

    private ThumbnailPeer(Path command) {
        this.command = command;
    }

    /** The one on the search path; empty if there is none (it is in Debian's package {@code libvips-tools}). */
    static Optional<ThumbnailPeer> find() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, COMMAND))
                .filter(Files::isExecutable)
                .findFirst()
                .map(ThumbnailPeer::new);
    }

    /** Whether it does so much in one call. */
    static boolean does(Task task) {
        return task.widths().size() == 1;
    }

    /** Does a task as often as a round has it. */
    Round round(Task task, Path image) throws IOException, InterruptedException {
        Path result = Files.createTempFile("thumbnail-peer", "." + task.format());
        try {
            ProcessBuilder shell = new ProcessBuilder(
                    "bash",
                    "-c",
                    SCRIPT,
                    String.valueOf(task.repetitions()),
                    command.toString(),
                    String.valueOf(task.widths().getFirst()),
                    result + "[Q=80,strip]",
                    image.toAbsolutePath().toString());
            shell.environment().put("VIPS_CONCURRENCY", "1");
            shell.environment().put("LC_ALL", "C");
            Process process = shell.redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(COMMAND + ": " + said);
            }
            return new Round(seconds(said) * 1e3 / task.repetitions(), List.of(Files.readAllBytes(result)));
        } finally {
            Files.delete(result);
        }
    }

    /** User's and system's seconds are the two words of the last line. */
    static double seconds(String said) {
        String last = said.lines().reduce("", (_, line) -> line);
        return Stream.of(last.strip().split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .sum();
    }
}
