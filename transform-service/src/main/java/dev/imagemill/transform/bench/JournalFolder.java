package dev.imagemill.transform.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A folder that one process has for itself until it ends, in whatever way. What another worker has in hand must not
 * be taken for what a dead one left behind, so of several workers told the same folder the second takes {@code <folder>-1},
 * and so on; after a restart each finds one of them again.
 */
final class JournalFolder implements AutoCloseable {
    private static final int MOST_WORKERS = 256;
    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel lock;

    private JournalFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Takes the first of the folders that no other process has. */
    static JournalFolder claim(Path wanted) {
        try {
            for (int i = 0; i < MOST_WORKERS; i++) {
                Path candidate = i == 0 ? wanted : wanted.resolveSibling(wanted.getFileName() + "-" + i);
                Optional<JournalFolder> claimed = tryToClaim(Files.createDirectories(candidate));
                if (claimed.isPresent()) {
                    return claimed.get();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the crash journal's folder " + wanted + " cannot be used", e);
        }
        throw new IllegalStateException(MOST_WORKERS + " workers have their crash journals at " + wanted + " already");
    }

    private static Optional<JournalFolder> tryToClaim(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel)) {
            return Optional.of(new JournalFolder(path, channel));
        }
        channel.close();
        return Optional.empty();
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException taken) {
            return false;
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
