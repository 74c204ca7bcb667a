package dev.imagemill.transform.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What gives the codec its memory. The GNU C library does so from up to eight arenas for each processor and gives back little of what lies in them, so that a
 * worker seems to leak, unless it is told to make do with few or another allocator stands in its place.
 */
final class Allocator {
    private static final Logger log = LoggerFactory.getLogger(Allocator.class);
    private static final Path LIBRARIES = Path.of("/proc/self/maps");
    private static final Pattern OTHERS = Pattern.compile("jemalloc|tcmalloc|mimalloc");
    private static final Pattern GNU = Pattern.compile("/libc[.-][^\n]*so");

    private Allocator() {}

    /** Logs a warning if this process will hold more memory than it uses. */
    static void examine() {
        try {
            // What is no text in there is no name of a library either.
            String libraries = Files.exists(LIBRARIES)
                    ? new String(Files.readAllBytes(LIBRARIES), StandardCharsets.ISO_8859_1)
                    : "";
            warning(libraries, System.getenv()).ifPresent(log::warn);
        } catch (IOException e) {
            log.debug("the libraries of this process cannot be listed", e);
        }
    }

    /**
     * What to say to the operator; empty if all is well.
     *
     * @param libraries the files that the process has mapped
     */
    static Optional<String> warning(String libraries, Map<String, String> environment) {
        boolean unbridled = GNU.matcher(libraries).find()
                && !OTHERS.matcher(libraries).find()
                && !environment.containsKey("MALLOC_ARENA_MAX")
                && !environment.getOrDefault("GLIBC_TUNABLES", "").contains("glibc.malloc.arena_max");
        return unbridled
                ? Optional.of(
                        "memory of the codec comes from any number of arenas of the GNU C library, which keep much more than is"
                                + " used: set MALLOC_ARENA_MAX=2 in the environment, or preload jemalloc")
                : Optional.empty();
    }
}
