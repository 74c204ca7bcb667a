package dev.imagemill.platform.body;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Temporary files of request bodies under way, bounded in bytes altogether.
 *
 * <p>Every process has a directory of its own below the root and holds a lock in it. A directory that nobody holds belongs to a
 * process that is gone, and the next one to start removes it.
 */
public final class TempSpace implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TempSpace.class);
    private static final String LOCK = "lock";

    private final Path directory;
    private final FileChannel lock;
    private final long capacity;
    private final AtomicLong used = new AtomicLong();

    private TempSpace(Path directory, FileChannel lock, long capacity) {
        this.directory = directory;
        this.lock = lock;
        this.capacity = capacity;
    }

    /** Removes what dead processes left below the root, and makes a directory for this one. */
    public static TempSpace open(Path root, long capacity) {
        try {
            Files.createDirectories(root);
            return openAlone(root, capacity);
        } catch (IOException e) {
            throw new UncheckedIOException("temporary files of request bodies cannot be kept in " + root, e);
        }
    }

    /** One process, and one thread of it, at a time, or a directory just made would look like one left behind. */
    private static synchronized TempSpace openAlone(Path root, long capacity) throws IOException {
        try (FileChannel gate =
                        FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = gate.lock()) {
            removeOrphans(root);
            Path directory = Files.createTempDirectory(root, "process-");
            FileChannel lock =
                    FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lock.lock();
            return new TempSpace(directory, lock, capacity);
        }
    }

    /** A new, empty file. */
    TempFile create() {
        try {
            return new TempFile(Files.createTempFile(directory, "body-", ""), this);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    /** Bytes that the files take now. */
    public long used() {
        return used.get();
    }

    void reserve(long bytes) {
        if (used.addAndGet(bytes) > capacity) {
            used.addAndGet(-bytes);
            throw unavailable(null);
        }
    }

    void release(long bytes) {
        used.addAndGet(-bytes);
    }

    static ProblemException unavailable(@Nullable IOException cause) {
        ProblemException problem = new ProblemException(
                ProblemType.SERVICE_BUSY, "There is no room for this body among those under way; send it again later");
        if (cause != null) {
            LOG.warn("no temporary file can be written: {}", cause.toString());
            problem.initCause(cause);
        }
        return problem;
    }

    @Override
    public void close() {
        try {
            lock.close();
            removeWhole(directory);
        } catch (IOException e) {
            LOG.warn("temporary files stay in {}: {}", directory, e.toString());
        }
    }

    private static void removeOrphans(Path root) throws IOException {
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(root, "process-*")) {
            for (Path directory : directories) {
                if (isOrphan(directory)) {
                    LOG.info("removing what an earlier process left in {}", directory);
                    removeWhole(directory);
                }
            }
        }
    }

    private static boolean isOrphan(Path directory) {
        try (FileChannel channel = FileChannel.open(directory.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock held = channel.tryLock()) {
            return held != null;
        } catch (NoSuchFileException _) {
            return true;
        } catch (OverlappingFileLockException | IOException e) {
            LOG.debug("{} is in use: {}", directory, e.toString());
            return false;
        }
    }

    private static void removeWhole(Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(directory);
    }
}
