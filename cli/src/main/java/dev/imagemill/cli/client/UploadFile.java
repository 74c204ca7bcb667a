package dev.imagemill.cli.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One file to upload.
 *
 * @param name the name the image gets; usually its path below the folder it came from
 */
public record UploadFile(String name, Path path) {
    long bytes() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
