package dev.imagemill.transform.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Names, on local disk, the sources that are being decoded, so that a process that died knows afterwards which of them may have
 * killed it.
 *
 * <p>A file {@code <sha256>.inhand} lies in the folder while a source is in hand. One that is found at start was in hand when
 * the process died, and becomes a file {@code <sha256>.crashes} that counts. After one crash a source is a suspect, and its
 * worker decodes it with nothing else in hand, so that the next crash is certainly its own; after two it is convicted and never
 * decoded again. A suspect that comes through is cleared. The files need not outlive the machine, only the process, so they are
 * not forced to disk.
 */
public final class CrashJournal implements AutoCloseable {
    static final int CONVICTING_CRASHES = 2;

    private static final Logger log = LoggerFactory.getLogger(CrashJournal.class);
    private static final String IN_HAND = ".inhand";
    private static final String CRASHES = ".crashes";

    private final Path folder;
    private final Map<String, Integer> crashes = new ConcurrentHashMap<>();
    private final Map<String, Integer> holders = new ConcurrentHashMap<>();

    /** Opens the journal and takes account of how the last process ended. */
    public CrashJournal(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            readCounts();
            countCrashes();
        } catch (IOException e) {
            throw new UncheckedIOException("the crash journal in " + folder + " cannot be opened", e);
        }
    }

    /** Whether the source was in hand at one crash. */
    public boolean suspects(String sha256) {
        return crashes.getOrDefault(sha256, 0) > 0;
    }

    /** Whether the source was in hand at so many crashes that it must not be decoded again. */
    boolean convicts(String sha256) {
        return crashes.getOrDefault(sha256, 0) >= CONVICTING_CRASHES;
    }

    /** Notes that a source is about to be decoded. */
    public void begin(String sha256) {
        holders.compute(sha256, (_, count) -> {
            if (count == null) {
                write(folder.resolve(sha256 + IN_HAND), "");
            }
            return count == null ? 1 : count + 1;
        });
    }

    /** Notes that a source is out of hand, and so did not crash the decoder. */
    void end(String sha256) {
        leave(sha256);
        if (crashes.remove(sha256) != null) {
            delete(folder.resolve(sha256 + CRASHES));
        }
    }

    /** Notes that a source is out of hand before it was decoded, which clears it of nothing. */
    void leave(String sha256) {
        holders.computeIfPresent(sha256, (_, count) -> {
            if (count > 1) {
                return count - 1;
            }
            delete(folder.resolve(sha256 + IN_HAND));
            return null;
        });
    }

    /** Ends in order: whatever is still in hand did not crash the process. */
    @Override
    public void close() {
        holders.keySet().forEach(sha256 -> delete(folder.resolve(sha256 + IN_HAND)));
    }

    private void readCounts() throws IOException {
        for (Path file : files(CRASHES)) {
            crashes.put(digest(file, CRASHES), count(file));
        }
    }

    private void countCrashes() throws IOException {
        for (Path file : files(IN_HAND)) {
            String sha256 = digest(file, IN_HAND);
            int count = crashes.merge(sha256, 1, Integer::sum);
            log.warn("source {} was in hand when the worker died, the {}. time", sha256, count);
            write(folder.resolve(sha256 + CRASHES), Integer.toString(count));
            delete(file);
        }
    }

    /** A count that cannot be read was being written at a crash. */
    private static int count(Path file) throws IOException {
        String text = Files.readString(file).strip();
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 1;
    }

    private List<Path> files(String suffix) throws IOException {
        List<Path> found = new ArrayList<>();
        try (var stream = Files.newDirectoryStream(folder, "*" + suffix)) {
            stream.forEach(found::add);
        }
        return found;
    }

    private static String digest(Path file, String suffix) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - suffix.length());
    }

    private void write(Path file, String text) {
        try {
            writeAgain(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("the crash journal cannot be written", e);
        }
    }

    /** Who tidies up among temporary files may have taken the folder away. */
    private void writeAgain(Path file, String text) throws IOException {
        try {
            Files.writeString(file, text);
        } catch (NoSuchFileException gone) {
            Files.createDirectories(folder);
            Files.writeString(file, text);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the crash journal cannot be written", e);
        }
    }
}
