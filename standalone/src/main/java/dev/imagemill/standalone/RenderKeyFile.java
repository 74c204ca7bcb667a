package dev.imagemill.standalone;

import dev.imagemill.cli.RenderKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The key that addresses of pictures are signed with on this folder, made at the first start and read by {@code imagemill render-url}. */
final class RenderKeyFile {
    private static final String NAME = "render.key";

    private RenderKeyFile() {}

    /** The folder's key. */
    static RenderKey in(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            if (!Files.exists(file)) {
                write(RenderKey.random("local"), file);
            }
            return RenderKey.parse(Files.readString(file).strip());
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotStart("the key in " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Whole or not at all, and for its owner's eyes only. */
    private static void write(RenderKey key, Path file) throws IOException {
        Path fresh = file.resolveSibling(NAME + ".new");
        Files.deleteIfExists(fresh);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(fresh, key.text() + System.lineSeparator());
        Files.move(fresh, file);
    }
}
