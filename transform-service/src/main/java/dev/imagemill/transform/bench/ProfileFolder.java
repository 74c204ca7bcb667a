package dev.imagemill.transform.bench;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.CodecException;
import dev.imagemill.codec.ColorProfile;
import dev.imagemill.contract.store.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operator's folder of colour profiles: every file {@code *.icc} or {@code *.icm} in it, read when the worker starts. */
final class ProfileFolder {
    private static final Logger log = LoggerFactory.getLogger(ProfileFolder.class);

    private ProfileFolder() {}

    /**
     * The profiles by the digests of their files.
     *
     * @throws IllegalStateException if one of them cannot be used
     */
    static Map<String, ColorProfile> read(Path folder) {
        Map<String, ColorProfile> profiles = new HashMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{icc,icm}")) {
            for (Path file : files) {
                byte[] bytes = Files.readAllBytes(file);
                String sha256 = Sha256.of(bytes);
                profiles.put(sha256, profile(file, bytes));
                log.info(
                        "colour profile {}: {\"op\":\"colorspace\",\"to\":\"cmyk\",\"profile\":\"{}\"}",
                        file.getFileName(),
                        sha256);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of colour profiles " + folder + " cannot be read", e);
        }
        return profiles;
    }

    private static ColorProfile profile(Path file, byte[] bytes) {
        try {
            return Codec.inkProfile(bytes);
        } catch (CodecException unusable) {
            throw new IllegalStateException("the colour profile " + file + " cannot be used", unusable);
        }
    }
}
