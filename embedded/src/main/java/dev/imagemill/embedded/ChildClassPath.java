package dev.imagemill.embedded;

import dev.imagemill.embedded.child.ChildMain;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The class path of a child JVM. The build puts the servers' jars beside this class as resources; run from a folder of
 * classes they are used where they lie, run from a jar, or a jar inside a jar, they are copied into the data folder once.
 */
final class ChildClassPath {
    private static final List<String> ENTRY_POINTS = List.of("child/ChildMain.class", "child/KafkaMain.class");

    private final Path folder;

    ChildClassPath(Path folder) {
        this.folder = folder;
    }

    /** The entry points, then the jars listed in the resource {@code kafka/jars}. */
    String kafka() {
        try (InputStream names = resource("kafka/jars").openStream()) {
            String list = new String(names.readAllBytes(), StandardCharsets.UTF_8).strip();
            return of(List.of(list.split(":", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entry points, then S3Proxy with all it needs. */
    String s3() {
        return of(List.of("s3/s3proxy.jar"));
    }

    private String of(List<String> jars) {
        List<String> entries = new ArrayList<>();
        entries.add(entryPoints().toString());
        for (String jar : jars) {
            entries.add(file(jar).toString());
        }
        return String.join(File.pathSeparator, entries);
    }

    private Path entryPoints() {
        var inPackage = Path.of(ChildMain.class.getPackageName().replace('.', '/'));
        Path root = folder.resolve("classes");
        for (String entryPoint : ENTRY_POINTS) {
            Path name = Path.of(entryPoint).getFileName();
            copy(resource(entryPoint), root.resolve(inPackage).resolve(name));
        }
        return root;
    }

    private Path file(String name) {
        URL url = resource(name);
        if (url.getProtocol().equals("file")) {
            return Path.of(URI.create(url.toString()));
        }
        Path copy = folder.resolve(name);
        if (!sameLength(url, copy)) {
            copy(url, copy);
        }
        return copy;
    }

    private static boolean sameLength(URL url, Path copy) {
        try {
            return Files.exists(copy) && url.openConnection().getContentLengthLong() == Files.size(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(URL url, Path target) {
        try (InputStream in = url.openStream()) {
            Files.createDirectories(target.getParent());
            Path part = Files.createTempFile(target.getParent(), "part", null);
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new EmbeddedServerException(target + " could not be written", e);
        }
    }

    private static URL resource(String name) {
        URL url = ChildClassPath.class.getResource(name);
        if (url == null) {
            throw new EmbeddedServerException("the resource " + name + " is missing: build the module embedded first");
        }
        return url;
    }
}
