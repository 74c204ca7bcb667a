package dev.imagemill.transform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.codec.ImageInfo;
import dev.imagemill.codec.Limits;
import dev.imagemill.contract.pipeline.Operation;
import dev.imagemill.contract.pipeline.Output;
import dev.imagemill.contract.pipeline.OutputFormat;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.pipeline.PipelineParser;
import dev.imagemill.contract.pipeline.PipelineVocabulary;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every format that is read, by every operation, by every format that is written. */
class MatrixOfFormatsTest {
    private static final Map<String, byte[]> SOURCES = SourceFiles.all();
    private static final Engine ENGINE = new Engine(Limits.DEFAULT);
    private static final Image MARK = Pictures.photograph(8, 6);

    /** In place of examples that are made for larger pictures, or name what is not here. */
    private static final Map<String, String> EXAMPLES = Map.of(
            "crop", "{\"op\":\"crop\",\"x\":3,\"y\":2,\"width\":20,\"height\":10}",
            "scale", "{\"op\":\"scale\",\"width\":17,\"height\":17,\"fit\":\"cover\"}",
            "watermark", "{\"op\":\"watermark\",\"blob\":\"" + "0".repeat(64) + "\"}");

    /** What ink cannot be done to. */
    private static final Set<String> FOR_LIGHT_ONLY = Set.of("gamma", "normalize", "matrix", "watermark");

    static Stream<String> operations() {
        return PipelineVocabulary.operations().stream()
                .map(operation -> EXAMPLES.getOrDefault(
                        operation.get("op").asString(), operation.get("example").toString()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void isDoneToEverySourceForEveryOutput(String document) {
        OutputFormat[] formats = OutputFormat.values();
        Pipeline[] pipelines =
                Arrays.stream(formats).map(format -> pipeline(document, format)).toArray(Pipeline[]::new);
        Operation operation = pipelines[0].operations().getFirst();
        SOURCES.forEach((name, file) -> {
            SourcePlan plan = ENGINE.plan(Source.of(file), List.of(pipelines), Aids.of(digest -> MARK));
            Mode mode = Codec.probe(file, Limits.DEFAULT).mode();
            Set<ImageSize> sizes = new HashSet<>();
            try (DecodedSource decoded = plan.decode()) {
                for (int i = 0; i < formats.length; i++) {
                    String what = name + " by " + document + " to " + formats[i];
                    switch (decoded.render(i)) {
                        case Outcome.Rendered rendered -> sizes.add(verified(what, rendered, formats[i]));
                        case Outcome.Refused refused -> {
                            assertThat(mayBeRefused(operation, mode))
                                    .as(what + ": " + refused)
                                    .isTrue();
                            assertThat(refused.problem().code()).as(what).isEqualTo("unsupported-conversion");
                        }
                    }
                }
            }
            assertThat(sizes).as("sizes of %s by %s", name, document).hasSizeLessThanOrEqualTo(1);
        });
    }

    private static Pipeline pipeline(String operation, OutputFormat format) {
        Operation parsed = PipelineParser.parse("{\"operations\":[" + operation + "],\"output\":{\"format\":\"png\"}}")
                .operations()
                .getFirst();
        return Pipeline.of(Output.of(format), parsed);
    }

    /** The size of a rendition that is what it says. */
    private static ImageSize verified(String what, Outcome.Rendered rendered, OutputFormat format) {
        assertThat(rendered.mediaType()).as(what).startsWith(format.mediaType());
        if (format == OutputFormat.RAW) {
            assertThat(rendered.bytes()).as(what).hasSize(rawLength(rendered));
            return rendered.size();
        }
        ImageInfo info = Codec.probe(rendered.bytes(), Limits.DEFAULT);
        assertThat(info.format().id()).as(what).isEqualTo(format.id());
        Image image = Pictures.decode(rendered.bytes());
        assertThat(image.size()).as(what).isEqualTo(info.size());
        assertThat(image.size()).as(what).isEqualTo(rendered.size());
        return image.size();
    }

    /** The media type says {@code mode=RGB;width=40;height=30}. */
    private static int rawLength(Outcome.Rendered rendered) {
        String mode = rendered.mediaType().replaceFirst(".*;mode=(\\w+);.*", "$1");
        return Math.toIntExact(Mode.valueOf(mode).length(rendered.size()));
    }

    private static boolean mayBeRefused(Operation operation, Mode mode) {
        boolean ink = mode == Mode.CMYK || mode == Mode.CMYK64;
        return operation.op().equals("split")
                ? !mode.componentNames().contains("g")
                : ink && FOR_LIGHT_ONLY.contains(operation.op());
    }

    @Test
    void hasASourceOfEveryFormat() {
        assertThat(SOURCES.values().stream()
                        .map(file -> Codec.probe(file, Limits.DEFAULT).format()))
                .containsAll(Arrays.stream(ImageFormat.values())
                        .filter(ImageFormat::canRead)
                        .toList());
    }
}
