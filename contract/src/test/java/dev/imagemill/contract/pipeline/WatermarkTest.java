package dev.imagemill.contract.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.ImageSize;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatermarkTest {
    private static final String BLOB = "0123456789abcdef".repeat(4);
    private static final UUID IMAGE = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final ImageSize SIZE = new ImageSize(300, 201);

    private static Watermark at(Place place) {
        return new Watermark(BLOB, null, place, null, 10, 1, null, false);
    }

    /** The first four and the last are Gradio's. */
    @ParameterizedTest
    @CsvSource({
        "TOP_LEFT, 10, 10",
        "TOP_RIGHT, 250, 10",
        "BOTTOM_LEFT, 10, 161",
        "BOTTOM_RIGHT, 250, 161",
        "TOP, 130, 10",
        "LEFT, 10, 85",
        "CENTER, 130, 85",
        "RIGHT, 250, 85",
        "BOTTOM, 130, 161"
    })
    void liesAMarginFromTheEdges(Place place, int x, int y) {
        assertThat(at(place).position(new ImageSize(40, 30), SIZE)).isEqualTo(new Point(x, y));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 40, 30, 0, 0",
        "260, 171, 40, 30, 260, 171",
        "261, 0, 40, 30, 250, 161",
        "0, 172, 40, 30, 250, 161",
        "5, 5, 310, 30, -20, 161",
        "0, 0, 400, 400, -110, -209"
    })
    void goesToTheBottomRightWhereItDoesNotFit(int x, int y, int width, int height, int left, int top) {
        Watermark mark = new Watermark(BLOB, null, Place.BOTTOM_RIGHT, new Point(x, y), 10, 1, null, false);
        assertThat(mark.position(new ImageSize(width, height), SIZE)).isEqualTo(new Point(left, top));
    }

    @Test
    void keepsTheFirstOfManyWhereItIsWanted() {
        Watermark mark = new Watermark(BLOB, null, Place.BOTTOM_RIGHT, new Point(290, 190), 10, 1, null, true);
        assertThat(mark.position(new ImageSize(40, 30), SIZE)).isEqualTo(new Point(290, 190));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 100, 50, 150, 75", "0.52, 50, 100, 52, 105", "1, 30, 20, 300, 200", "0.001, 30, 20, 1, 1"})
    void fitsIntoAPartOfTheImage(double scale, int width, int height, int newWidth, int newHeight) {
        Watermark mark = new Watermark(BLOB, null, Place.CENTER, null, 10, 1, scale, false);
        assertThat(mark.markSize(new ImageSize(width, height), SIZE)).isEqualTo(new ImageSize(newWidth, newHeight));
        assertThat(at(Place.CENTER).markSize(SIZE, new ImageSize(5, 5))).isEqualTo(SIZE);
    }

    @Test
    void hasNoEffectIfItCannotBeSeen() {
        assertThat(new Watermark(BLOB, null, Place.CENTER, null, 10, 0, null, false).hasEffect(SIZE))
                .isFalse();
        assertThat(Watermark.of(BLOB).hasEffect(SIZE)).isTrue();
        assertThat(Watermark.of(BLOB).resultSize(SIZE)).isEqualTo(SIZE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"op":"watermark","margin":10,"opacity":1.0,"tile":false,"position":"bottom-right","blob":"BLOB"} | {"op":"watermark","blob":"BLOB"}
            {"op":"watermark","y":2,"x":1,"blob":"BLOB","scale":0.250} | {"op":"watermark","blob":"BLOB","scale":0.25,"x":1,"y":2}
            {"op":"watermark","tile":true,"image":"01890A5D-AC96-774B-BCCE-B302099A8057"} | {"op":"watermark","image":"01890a5d-ac96-774b-bcce-b302099a8057","tile":true}
            """)
    void hasOneCanonicalForm(String operation, String canonical) {
        Pipeline pipeline = PipelineParser.parse(
                "{\"operations\":[" + operation.replace("BLOB", BLOB) + "],\"output\":{\"format\":\"png\"}}");
        assertThat(pipeline.canonical())
                .isEqualTo(
                        "{\"operations\":[" + canonical.replace("BLOB", BLOB) + "],\"output\":{\"format\":\"png\"}}");
    }

    private static Watermark ofImage(UUID image) {
        return new Watermark(null, image, Place.TOP, null, 3, 0.5, null, true);
    }

    @Test
    void isNamedByItsFileWhereItWasNamedByItsImage() {
        Pipeline pipeline = Pipeline.of(
                Output.of(OutputFormat.PNG), Scale.inside(9, 9), ofImage(IMAGE), Watermark.of("f".repeat(64)));
        assertThat(pipeline.images()).containsExactly(IMAGE);
        assertThat(pipeline.blobs()).containsExactly("f".repeat(64));

        Pipeline named = pipeline.withImages(Map.of(IMAGE, BLOB)::get);

        assertThat(named.images()).isEmpty();
        assertThat(named.blobs()).containsExactlyInAnyOrder(BLOB, "f".repeat(64));
        assertThat(named.operations().get(1)).isEqualTo(new Watermark(BLOB, null, Place.TOP, null, 3, 0.5, null, true));
        assertThat(named.withImages(_ -> "never asked")).isEqualTo(named);
        assertThat(named.digest()).isNotEqualTo(pipeline.digest());
    }

    @Test
    void pointsAtTheImageThatIsNotFound() {
        Pipeline pipeline = Pipeline.of(Output.of(OutputFormat.PNG), new Clip(), ofImage(IMAGE));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> pipeline.withImages(id -> {
                    throw new ProblemException(ProblemType.IMAGE_NOT_FOUND, "there is no image " + id);
                }))
                .satisfies(e -> {
                    assertThat(e.problem().type()).isEqualTo(ProblemType.IMAGE_NOT_FOUND);
                    assertThat(e.problem().pointer()).isEqualTo("/operations/1/image");
                });
    }

    @Test
    void refusesWhatADocumentCouldNotSay() {
        assertThatIllegalArgumentException().isThrownBy(() -> Watermark.of("f"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Watermark(BLOB, IMAGE, Place.TOP, null, 3, 1, null, false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Watermark(BLOB, null, Place.TOP, new Point(0, 0), 3, 1, null, false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Watermark(BLOB, null, Place.TOP, null, -1, 1, null, false));
    }
}
