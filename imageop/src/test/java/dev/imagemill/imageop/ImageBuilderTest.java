package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of PEP 368's constructor, each with the ways to break it. */
class ImageBuilderTest {
    private static final ImageSize SIZE = new ImageSize(4, 2);

    private static void assertRefused(ImageBuilder builder, String... words) {
        assertThatThrownBy(builder::build)
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContainingAll(words);
    }

    @ParameterizedTest
    @EnumSource
    void fillsWithTheModesInitialByteWhenNothingElseIsGiven(Mode mode) {
        Image image = Image.builder().mode(mode).size(SIZE).build();
        assertThat(image.mode()).isEqualTo(mode);
        assertThat(image.size()).isEqualTo(SIZE);
        assertThat(image.info()).isEmpty();
        byte initial = (byte)
                switch (mode) {
                    case YV12 -> 16;
                    case CMYK, CMYK64 -> 255;
                    default -> 0;
                };
        assertThat(Noise.bytesOf(image)).hasSize((int) mode.length(SIZE)).containsOnly(initial);
    }

    @Test
    void needsModeAndSizeWithoutASourceImage() {
        assertRefused(Image.builder(), "mode");
        assertRefused(Image.builder().mode(Mode.L), "size");
        assertRefused(Image.builder().size(SIZE), "mode");
        assertRefused(Image.builder().size(SIZE).color(1), "mode");
        assertRefused(Image.builder().mode(Mode.L).color(1), "size");
        assertRefused(Image.builder().size(SIZE).source(new byte[8]), "mode");
        assertRefused(Image.builder().mode(Mode.L).source(new byte[8]), "size");
    }

    @Test
    void refusesColorTogetherWithSource() {
        ImageBuilder builder = Image.builder().mode(Mode.L).size(SIZE).color(1);
        assertRefused(builder.source(new byte[8]), "color", "source");
        assertRefused(builder.source(Images.create(Mode.L, SIZE)), "color", "source");
    }

    @Test
    void takesAColorOfEveryComponentInRange() {
        ImageBuilder rgb = Image.builder().mode(Mode.RGB).size(SIZE);
        assertThat(rgb.color(255, 0, 7).build().pixel(3, 1)).containsExactly(255L, 0L, 7L);
        assertRefused(rgb.color(1, 2), "3", "2");
        assertRefused(rgb.color(1, 2, 3, 4), "3", "4");
        assertRefused(rgb.color(), "3", "0");
        assertRefused(rgb.color(1, 2, 256), "255", "256");
        assertRefused(rgb.color(1, -1, 2), "-1");
        ImageBuilder deep = Image.builder().mode(Mode.L32).size(SIZE);
        assertThat(deep.color(4_294_967_295L).build().pixel(0, 0)).containsExactly(4_294_967_295L);
        assertRefused(deep.color(4_294_967_296L), "4294967296");
    }

    @Test
    void fillsEachPlaneAndMayLeaveTheLegalInterval() {
        Image image =
                Image.builder().mode(Mode.YV12).size(SIZE).color(1, 2, 255).build();
        assertThat(Noise.bytesOf(image)).containsExactly(1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 255, 255);
    }

    @Test
    void copiesExactlyTheBytesOfAnImage() {
        byte[] bytes = {0, 1, 2, 3, 4, 5, 6, (byte) 255};
        ImageBuilder builder = Image.builder().mode(Mode.L).size(SIZE);
        Image image = builder.source(bytes).build();
        bytes[0] = 99;
        assertThat(Noise.bytesOf(image)).containsExactly(0, 1, 2, 3, 4, 5, 6, 255);
        ByteBuffer buffer = ByteBuffer.wrap(new byte[] {9, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 2, 8);
        assertThat(Noise.bytesOf(builder.source(buffer).build())).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(buffer.position()).isEqualTo(2);
        assertThat(Noise.bytesOf(builder.source(0, 1, 2, 3, 4, 5, 254, 255).build()))
                .containsExactly(0, 1, 2, 3, 4, 5, 254, 255);
        assertRefused(builder.source(new byte[7]), "8", "7");
        assertRefused(builder.source(new byte[9]), "8", "9");
        assertThatThrownBy(() -> builder.source(0, 1, 256))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("256");
        assertThatThrownBy(() -> builder.source(0, -1)).isInstanceOf(ImageFormatException.class);
    }

    @Test
    void takesWhatIsNotGivenFromTheSourceImage() {
        Image source = Noise.image(Mode.RGB, 4, 2);
        source.info().put("dpi", 300);
        Image same = Image.builder().source(source).build();
        assertThat(same.mode()).isEqualTo(Mode.RGB);
        assertThat(same.segment().mismatch(source.segment())).isEqualTo(-1);
        assertThat(same.info()).isEmpty();
        same.setPixel(0, 0, 1, 2, 3);
        assertThat(same.segment().mismatch(source.segment())).isEqualTo(0);

        Image gray = Image.builder().mode(Mode.L).source(source).build();
        assertThat(gray.size()).isEqualTo(SIZE);
        assertThat(Noise.bytesOf(gray)).isEqualTo(Noise.bytesOf(source.convert(Mode.L)));
        ImageSize larger = new ImageSize(9, 5);
        Image enlarged = Image.builder().size(larger).source(source).build();
        assertThat(Noise.bytesOf(enlarged)).isEqualTo(Noise.bytesOf(source.resize(larger, Filter.BICUBIC)));
        Image nearest = Image.builder()
                .size(9, 5)
                .source(source)
                .resize(ResizeOptions.of(Filter.NEAREST))
                .build();
        assertThat(Noise.bytesOf(nearest)).isEqualTo(Noise.bytesOf(source.resize(larger, Filter.NEAREST)));
    }

    @Test
    void takesACallersOwnSource() {
        ImageSource foreign = new ForeignImage(Mode.L, SIZE, ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}));
        assertThat(Noise.bytesOf(Image.builder().source(foreign).build())).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertRefused(Image.builder().source(new ForeignImage(Mode.L, SIZE, ByteBuffer.allocate(7))), "8", "7");
    }

    @Test
    void refusesSizesThatTheModeCannotHave() {
        assertThatThrownBy(() -> Image.builder().size(0, 1)).isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> Image.builder().size(1, -1)).isInstanceOf(ImageFormatException.class);
        assertRefused(Image.builder().mode(Mode.YV12).size(3, 2), "YV12", "even");
        assertRefused(Image.builder().mode(Mode.JPEG_YV12).size(2, 3).color(1, 2, 3), "JPEG_YV12", "even");
        Image odd = Noise.image(Mode.RGB, 3, 2);
        assertRefused(Image.builder().mode(Mode.YV12).source(odd), "YV12", "even");
        assertRefused(Image.builder().mode(Mode.RGBA64).size(65_500, 65_500), "heap");
    }

    @Test
    void refusesUnknownModesAndPointlessOptions() {
        assertThat(Image.builder().mode("I").size(SIZE).build().mode()).isEqualTo(Mode.L32);
        assertThatThrownBy(() -> Image.builder().mode("P"))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("'P'");
        assertRefused(Image.builder().mode(Mode.L).size(SIZE).resize(ResizeOptions.of(Filter.BOX)), "source image");
    }

    @Test
    void keepsWhatWasSetLast() {
        Image image = Images.create(Mode.L, SIZE);
        ImageBuilder builder = Image.builder()
                .mode(Mode.L)
                .size(1, 1)
                .size(SIZE)
                .source(image)
                .source(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        assertThat(Noise.bytesOf(builder.build())).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(Noise.bytesOf(builder.source(image).build())).containsOnly(0);
    }
}
