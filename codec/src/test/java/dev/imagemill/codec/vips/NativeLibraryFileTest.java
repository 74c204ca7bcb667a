package dev.imagemill.codec.vips;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryFileTest {
    private static URL libraryInJar(Path jar, byte[] content) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("META-INF/native/libvips.so"));
            out.write(content);
            out.closeEntry();
        }
        return URI.create("jar:" + jar.toUri() + "!/META-INF/native/libvips.so").toURL();
    }

    @Test
    void unpacksOnceUnderANameOfItsContent(@TempDir Path folder) throws IOException {
        URL one = libraryInJar(folder.resolve("one.jar"), new byte[] {1, 2, 3});
        URL other = libraryInJar(folder.resolve("other.jar"), new byte[] {4, 5});
        Path unpacked = NativeLibraryFile.unpack(one, folder);
        assertThat(unpacked).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(NativeLibraryFile.unpack(one, folder)).isEqualTo(unpacked);
        assertThat(NativeLibraryFile.unpack(other, folder))
                .isNotEqualTo(unpacked)
                .hasBinaryContent(new byte[] {4, 5});
    }

    @Test
    void replacesAFileOfTheWrongLength(@TempDir Path folder) throws IOException {
        URL library = libraryInJar(folder.resolve("one.jar"), new byte[] {1, 2, 3});
        Path unpacked = NativeLibraryFile.unpack(library, folder);
        Files.write(unpacked, new byte[] {1});
        assertThat(NativeLibraryFile.unpack(library, folder)).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void unpacksWholeWhoeverRaces(@TempDir Path folder) throws Exception {
        byte[] content = new byte[3 << 20];
        new Random(1).nextBytes(content);
        URL library = libraryInJar(folder.resolve("one.jar"), content);
        Path cache = Files.createDirectory(folder.resolve("cache"));
        try (ExecutorService racers = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> lengths = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                lengths.add(racers.submit(() -> Files.readAllBytes(NativeLibraryFile.unpack(library, cache)).length));
            }
            for (Future<Integer> length : lengths) {
                assertThat(length.get()).isEqualTo(content.length);
            }
        }
        try (Stream<Path> left = Files.list(cache)) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void namesThePlatformAsNpmDoes() {
        assertThat(NativeLibraryFile.platform()).matches("(linux|linuxmusl|darwin)-(x64|arm64)");
    }
}
