package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs the Java on the documentation's page and in the packages' essays, upon what {@link ExampleSetting} has ready. */
class DocumentedExamplesTest {
    private static final Path PAGE = Path.of("../docs/imageop.md");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern FENCE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SNIPPET = Pattern.compile("\\{@snippet :\n(.*?)\n \\* }", Pattern.DOTALL);
    private static final String IMPORTS = """
            import dev.imagemill.imageop.*;
            import dev.imagemill.imageop.array.*;
            import dev.imagemill.imageop.awt.*;
            import dev.imagemill.imageop.generated.*;
            import dev.imagemill.imageop.pillow.*;
            import java.awt.image.BufferedImage;
            import java.nio.ByteOrder;
            import java.nio.file.Path;
            import java.util.List;
            import java.util.Optional;
            import javax.imageio.ImageIO;
            """;

    @TempDir
    Path folder;

    @TestFactory
    List<DynamicTest> runs() throws IOException {
        List<String> examples = examples();
        assertThat(examples).hasSizeGreaterThan(8);
        return Stream.iterate(0, i -> i < examples.size(), i -> i + 1)
                .map(i ->
                        DynamicTest.dynamicTest(firstLine(examples.get(i)), () -> run("Example" + i, examples.get(i))))
                .toList();
    }

    private static List<String> examples() throws IOException {
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            List<Path> essays = sources.filter(path -> path.endsWith("package-info.java"))
                    .sorted()
                    .toList();
            Stream<String> snippets = essays.stream()
                    .flatMap(essay -> blocks(SNIPPET, essay))
                    .map(block -> block.replaceAll("(?m)^ \\*", ""));
            return Stream.concat(blocks(FENCE, PAGE), snippets).toList();
        }
    }

    private static Stream<String> blocks(Pattern pattern, Path file) {
        try {
            return pattern.matcher(Files.readString(file)).results().map((MatchResult match) -> match.group(1));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String firstLine(String example) {
        return example.strip().lines().findFirst().orElseThrow();
    }

    private void run(String name, String example) throws Exception {
        compile(name, example);
        URL[] classes = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
            Class<?> compiled = loader.loadClass(name);
            Object setting = compiled.getConstructor(Path.class).newInstance(folder);
            try {
                compiled.getMethod("run").invoke(setting);
            } catch (InvocationTargetException e) {
                throw new AssertionError(example, e.getCause());
            }
        }
    }

    private void compile(String name, String example) {
        JavaFileObject source = new Source(name, """
                %s
                public class %s extends ExampleSetting {
                    public %2$s(Path folder) throws Exception { super(folder); }
                    public void run() throws Exception {
                %s
                    }
                }
                """.formatted(IMPORTS, name, example));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        List<String> options = List.of(
                "-d", folder.toString(), "-cp", System.getProperty("java.class.path"), "-Xlint:all", "-proc:none");
        boolean compiles = compiler.getTask(complaints, null, null, options, null, List.of(source))
                .call();
        assertThat(compiles).as(() -> example + complaints).isTrue();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
