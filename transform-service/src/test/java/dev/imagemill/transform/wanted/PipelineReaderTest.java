package dev.imagemill.transform.wanted;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.contract.pipeline.Names;
import dev.imagemill.contract.pipeline.Output;
import dev.imagemill.contract.pipeline.OutputFormat;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.pipeline.Preset;
import dev.imagemill.contract.pipeline.RenditionSpec;
import dev.imagemill.contract.pipeline.Scale;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.store.ObjectKeys;
import dev.imagemill.platform.blobstore.InMemoryBlobStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineReaderTest {
    private static final String JSON = "{\"output\":{\"format\":\"png\"}}";

    private final InMemoryBlobStore blobs = new InMemoryBlobStore();
    private Instant now = Instant.EPOCH;
    private final PipelineReader reader =
            new PipelineReader(new PublishedPresets(blobs, () -> now, Duration.ofSeconds(2)), image -> "ab".repeat(32));

    @BeforeEach
    void publish() {
        publish("thumbnails", 10, 20);
        publish("avatar", 30);
    }

    @Test
    void readsAPipeline() {
        WantedPipeline wanted = settled(reader.read(" " + JSON, "/pipeline").getFirst());

        assertThat(wanted.pipeline()).isEqualTo(Pipeline.of(Output.of(OutputFormat.PNG)));
        assertThat(wanted.name()).matches("p[0-9a-f]{12}");
        assertThat(wanted.fixed()).isTrue();
    }

    @Test
    void namesImagesByTheDigestsOfTheirFiles() {
        String json = "{\"operations\":[{\"op\":\"watermark\",\"image\":\"01890a5d-ac96-774b-bcce-b302099a8057\"}],"
                + "\"output\":{\"format\":\"png\"}}";
        WantedPipeline wanted = settled(reader.read(json, "").getFirst());

        assertThat(wanted.pipeline().blobs()).containsExactly("ab".repeat(32));
        assertThat(wanted.fixed()).isFalse();
    }

    @Test
    void readsAllOrOneOfAPresetsRenditions() {
        assertThat(reader.read("thumbnails", ""))
                .extracting(wish -> settled(wish).name())
                .containsExactly("thumbnails.w10", "thumbnails.w20");
        assertThat(reader.read("thumbnails.w20", ""))
                .containsExactly(new Wish.Settled(new WantedPipeline("thumbnails.w20", width(20), false)));
    }

    @Test
    void readsASegmentAsOnePipeline() {
        assertThat(settled(reader.readSegment("avatar")).pipeline()).isEqualTo(width(30));
        assertThat(settled(reader.readSegment("thumbnails.w10")).pipeline()).isEqualTo(width(10));
        assertThat(reader.readSegment(Base64.getUrlEncoder().encodeToString(JSON.getBytes(UTF_8))))
                .isEqualTo(reader.read(JSON, "").getFirst());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "thumbnails | unknown-preset | name one of thumbnails.w10, thumbnails.w20",
                "thumbnails.w30 | unknown-preset | it has w10, w20",
                "miniatures | unknown-preset | no preset \"miniatures\"",
                "e30 | unknown-preset | no preset \"e30\"",
                "eyJvdXQ | invalid-pipeline | malformed JSON",
                "A.B | invalid-pipeline | in base64url, got \"A.B\"",
                "_____w | invalid-pipeline | in base64url",
            })
    void refusesOtherSegments(String segment, String code, String words) {
        assertThatThrownBy(() -> reader.readSegment(segment))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code))
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image/avif,image/webp,*/* | '' | false | false | AVIF",
                "image/webp,*/* | '' | false | false | WEBP",
                "*/* | '' | false | false | JPEG",
                "*/* | '' | true | false | PNG",
                "*/* | {'op':'flatten'} | true | false | JPEG",
                "*/* | {'op':'rotate','degrees':9,'background':'#00000000'} | false | false | PNG",
                "*/* | {'op':'pad','top':9,'background':'#ffffff00'} | false | false | PNG",
                "*/* | {'op':'convert','mode':'RGB'} | true | false | JPEG",
                "*/* | {'op':'convert','mode':'RGBA'} | false | false | JPEG",
                "*/* | '' | false | true | GIF",
                "*/* | {'op':'frames','slice':':2'} | false | true | GIF",
                "*/* | {'op':'frames','indexes':[-1]} | false | true | JPEG",
            })
    void leavesTheFormatToPictureAndClient(
            String accept, String operation, boolean alpha, boolean animated, OutputFormat format) {
        String json = "{\"operations\":[" + operation.replace('\'', '"') + "],\"output\":{\"format\":\"auto\"}}";
        Wish wish = reader.read(json, "").getFirst();

        WantedPipeline wanted = wish.settle(accept, () -> new SourceFacts(alpha, animated));

        assertThat(wish.isOpen()).isTrue();
        assertThat(wanted.pipeline().output().format()).isEqualTo(format);
        assertThat(wanted.name()).isEqualTo(Names.ofPipeline(wanted.pipeline()));
    }

    @Test
    void findsNoFormatForWhoAcceptsNone() {
        Wish wish = reader.read("{\"output\":{\"format\":\"auto\"}}", "").getFirst();

        assertThatThrownBy(() -> wish.settle("text/html", () -> new SourceFacts(false, false)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("not-acceptable"));
    }

    @Test
    void seesAChangedPresetAfterAMoment() {
        reader.readSegment("avatar");
        publish("avatar", 40);
        assertThat(settled(reader.readSegment("avatar")).pipeline()).isEqualTo(width(30));
        now = now.plusSeconds(2);
        assertThat(settled(reader.readSegment("avatar")).pipeline()).isEqualTo(width(40));
    }

    @Test
    void findsANewPresetAtOnce() {
        assertThatThrownBy(() -> reader.readSegment("poster")).isInstanceOf(ProblemException.class);
        publish("poster", 50);
        assertThat(settled(reader.readSegment("poster")).pipeline()).isEqualTo(width(50));
    }

    private static WantedPipeline settled(Wish wish) {
        return wish.settle(null, () -> {
            throw new AssertionError("nothing is open");
        });
    }

    private void publish(String name, int... widths) {
        List<RenditionSpec> renditions = Arrays.stream(widths)
                .mapToObj(width -> new RenditionSpec("w" + width, width(width)))
                .toList();
        byte[] json = new Preset(name, 1, renditions).json().toString().getBytes(UTF_8);
        blobs.put(ObjectKeys.preset(name), json, "application/json", Map.of());
    }

    private static Pipeline width(int width) {
        return Pipeline.of(Output.of(OutputFormat.WEBP), Scale.inside(width, width));
    }
}
