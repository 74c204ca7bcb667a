package dev.imagemill.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.cli.demo.SampleImages;
import dev.imagemill.codec.Codec;
import dev.imagemill.codec.DecodeOptions;
import dev.imagemill.codec.DecodedImage;
import dev.imagemill.codec.EncodeOptions;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.codec.Limits;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.pipeline.PipelineParser;
import dev.imagemill.contract.pipeline.PipelineVocabulary;
import dev.imagemill.contract.store.Sha256;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.transform.engine.Aids;
import dev.imagemill.transform.engine.DecodedSource;
import dev.imagemill.transform.engine.Engine;
import dev.imagemill.transform.engine.Outcome;
import dev.imagemill.transform.engine.Source;
import dev.imagemill.transform.engine.SourcePlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Renders the pictures of the gallery and holds them to the files there; with {@code -Dimagemill.docs=write} it writes the files. */
class GalleryTest {
    private static final Path PAGE = Path.of("../docs/gallery.md");
    private static final Path FOLDER = Path.of("../docs/gallery");
    private static final Engine ENGINE = new Engine(Limits.DEFAULT);
    private static final boolean WRITE = "write".equals(System.getProperty("imagemill.docs"));
    private static final Pattern PICTURE =
            Pattern.compile("!\\[[^]]*]\\(gallery/(\\S+)\\)\n\n```json\n(.*?)```", Pattern.DOTALL);

    /** Samples may be off by so much on the average, if another version of an encoder writes them. */
    private static final double TOLERANCE = 1.5;

    record Picture(String file, String pipeline) {
        @Override
        public String toString() {
            return file;
        }
    }

    static List<Picture> pictures() throws IOException {
        return PICTURE.matcher(Files.readString(PAGE))
                .results()
                .map(match -> new Picture(match.group(1), match.group(2)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void showsWhatThePipelineMakes(Picture picture) throws IOException {
        List<Pipeline> pipelines = List.of(PipelineParser.parse(picture.pipeline()));
        SourcePlan plan = ENGINE.plan(Source.of(source(picture.file())), pipelines, Aids.of(GalleryTest::mark));
        try (DecodedSource decoded = plan.decode()) {
            Outcome outcome = decoded.render(0);
            assertThat(outcome).isInstanceOf(Outcome.Rendered.class);
            hold(picture.file(), ((Outcome.Rendered) outcome).bytes());
        }
    }

    /** The lantern is the only mark. */
    private static Image mark(String sha256) {
        byte[] lantern = file("lantern.png");
        assertThat(Sha256.of(lantern)).isEqualTo(sha256);
        return ENGINE.mark(Source.of(lantern), 1 << 20);
    }

    private static byte[] file(String name) {
        try {
            return Files.readAllBytes(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void showsTheSources() throws IOException {
        hold("landscape.jpg", source("landscape"));
        hold("lantern.png", source("lantern"));
    }

    @Test
    void showsEveryOperation() throws IOException {
        Set<String> shown = pictures().stream()
                .map(picture -> PipelineParser.parse(picture.pipeline()))
                .map(Pipeline::operations)
                .flatMap(List::stream)
                .map(operation -> operation.op())
                .collect(Collectors.toSet());
        Set<String> all = PipelineVocabulary.operations().stream()
                .map(operation -> operation.get("op").asString())
                .collect(Collectors.toSet());
        assertThat(shown).isEqualTo(all);
    }

    @Test
    void hasNoFileThatIsNotShown() throws IOException {
        String page = Files.readString(PAGE);
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files).allSatisfy(file -> assertThat(page).contains("(gallery/" + file.getFileName() + ")"));
        }
    }

    private static byte[] source(String file) {
        if (file.startsWith("turned")) {
            return SampleImages.photograph(0, new ImageSize(300, 200), 6);
        }
        if (file.startsWith("sunrise")) {
            return SampleImages.animation();
        }
        if (file.startsWith("lantern")) {
            return Codec.encode(SampleImages.lantern(new ImageSize(175, 200)), EncodeOptions.of(ImageFormat.PNG));
        }
        Image landscape = SampleImages.landscape(0, new ImageSize(300, 200));
        return Codec.encode(landscape, EncodeOptions.of(ImageFormat.JPEG).withQuality(90));
    }

    private static void hold(String file, byte[] bytes) throws IOException {
        if (WRITE) {
            Files.createDirectories(FOLDER);
            Files.write(FOLDER.resolve(file), bytes);
        }
        try (DecodedImage expected = Codec.decode(file(file), DecodeOptions.DEFAULT);
                DecodedImage actual = Codec.decode(bytes, DecodeOptions.DEFAULT)) {
            assertThat(actual.image().mode()).isEqualTo(expected.image().mode());
            assertThat(actual.image().size()).isEqualTo(expected.image().size());
            assertThat(difference(actual.image(), expected.image())).isLessThan(TOLERANCE);
        }
    }

    /** How far samples of 8 bits are apart on the average. */
    private static double difference(Image one, Image other) {
        byte[] ours = one.segment().toArray(ValueLayout.JAVA_BYTE);
        byte[] theirs = other.segment().toArray(ValueLayout.JAVA_BYTE);
        long sum = 0;
        for (int i = 0; i < ours.length; i++) {
            sum += Math.abs((ours[i] & 0xff) - (theirs[i] & 0xff));
        }
        return (double) sum / ours.length;
    }
}
