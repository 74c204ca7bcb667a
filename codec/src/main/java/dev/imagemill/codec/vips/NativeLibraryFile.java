package dev.imagemill.codec.vips;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the libvips of this process comes from: the system library that the operator names, or else the one in the jar, unpacked once
 * into a cache folder under a name made from its content, so that versions live side by side and processes may race.
 */
final class NativeLibraryFile {
    static final String PROPERTY = "imagemill.libvips";
    static final String VARIABLE = "IMAGEMILL_LIBVIPS";
    static final String CACHE_PROPERTY = "imagemill.libvips.cache";

    private NativeLibraryFile() {}

    /** The operator's library: a path, or a name that the system's loader resolves. */
    static Optional<String> named() {
        @Nullable String property = System.getProperty(PROPERTY);
        @Nullable String name = property == null ? System.getenv(VARIABLE) : property;
        return Optional.ofNullable(name).filter(text -> !text.isBlank());
    }

    /** The bundled library as a file. */
    static Path bundled() {
        String platform = platform();
        String resource = "/META-INF/native/" + platform + "/" + fileName();
        @Nullable URL url = NativeLibraryFile.class.getResource(resource);
        if (url == null) {
            throw new UnsatisfiedLinkError("this build holds no libvips for " + platform);
        }
        try {
            return url.getProtocol().equals("file") ? Path.of(url.toURI()) : unpack(url, cacheFolder());
        } catch (IOException e) {
            throw new UncheckedIOException("libvips could not be unpacked into " + cacheFolder(), e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(url + " is no URI", e);
        }
    }

    /** As npm's packages are called: {@code linux-x64}, {@code linuxmusl-arm64}, {@code darwin-arm64}. */
    static String platform() {
        String architecture = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x64";
            case "aarch64", "arm64" -> "arm64";
            case String other -> other;
        };
        String system = isMac() ? "darwin" : isMusl() ? "linuxmusl" : "linux";
        return system + "-" + architecture;
    }

    /** Moves a whole copy into place, so that nobody ever sees half a library; who comes second replaces it with the same bytes. */
    static Path unpack(URL library, Path folder) throws IOException {
        JarURLConnection connection = (JarURLConnection) library.openConnection();
        JarEntry entry = connection.getJarEntry();
        Path target = folder.resolve("%08x-%d-%s".formatted(entry.getCrc(), entry.getSize(), fileName()));
        if (Files.isRegularFile(target) && Files.size(target) == entry.getSize()) {
            return target;
        }
        Path whole = Files.createTempFile(folder, "unpacking-", ".tmp");
        try (InputStream in = connection.getInputStream()) {
            Files.copy(in, whole, StandardCopyOption.REPLACE_EXISTING);
            Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
        }
        return target;
    }

    /** A folder that only this user can write, since what lies in it is run as code. */
    static Path cacheFolder() {
        @Nullable String named = System.getProperty(CACHE_PROPERTY);
        Path folder = named == null
                ? Path.of(System.getProperty("java.io.tmpdir"), "imagemill-" + System.getProperty("user.name"))
                : Path.of(named);
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            requireOwn(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be used to unpack libvips into", e);
        }
    }

    private static void requireOwn(Path folder) throws IOException {
        Path mine = Files.createTempFile(folder, "owner-", ".tmp");
        try {
            if (!Files.getOwner(mine).equals(Files.getOwner(folder))) {
                throw new UnsatisfiedLinkError(
                        folder + " belongs to another user, so libvips is not loaded from there");
            }
        } finally {
            Files.delete(mine);
        }
    }

    private static String fileName() {
        return isMac() ? "libvips.dylib" : "libvips.so";
    }

    private static boolean isMac() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
    }

    /** Whether this very process runs on musl: having musl installed beside glibc does not count. */
    private static boolean isMusl() {
        try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
            return maps.anyMatch(line -> line.contains("/ld-musl-"));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }
}
