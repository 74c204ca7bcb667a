package dev.imagemill.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Function;

/**
 * Keeps a folder to one process, so that whatever server still runs in it was left behind by a process that is no more. The
 * system gives the lock up when its holder ends in any way.
 */
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    private static FolderLock of(Path folder) {
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new EmbeddedServerException("the folder " + folder
                        + " is in use: another Imagemill runs on it; stop that one or give another folder");
            }
            return new FolderLock(channel);
        } catch (IOException e) {
            throw new EmbeddedServerException("the folder " + folder + " cannot be used", e);
        }
    }

    /** Takes the lock and makes what keeps it; gives it up if that fails. */
    static <T> T over(Path folder, Function<FolderLock, T> maker) {
        FolderLock lock = of(folder);
        try {
            return maker.apply(lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new EmbeddedServerException("a folder's lock could not be given up", e);
        }
    }
}
