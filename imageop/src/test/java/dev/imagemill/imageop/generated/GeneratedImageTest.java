package dev.imagemill.imageop.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageFormatException;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratedImageTest {
    private static final ImageSize SIZE = new ImageSize(300, 200);

    static Stream<String> golden() {
        try (InputStream in = GeneratedImageTest.class.getResourceAsStream("/golden/generated.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Image render(GeneratedType type, int width, int height) {
        return new GeneratedImage(type, new ImageSize(width, height)).render();
    }

    private static byte[] bytes(Image image) {
        byte[] bytes = new byte[image.buffer().capacity()];
        image.buffer().get(0, bytes);
        return bytes;
    }

    /** The colour of a pixel counted from the bottom. */
    private static List<Long> color(Image image, int x, int y) {
        return image.pixel(x, image.size().height() - 1 - y).toList();
    }

    private static float[] floats(GeneratedImage image, int x, int y) {
        float[] all = image.renderFloats(false);
        int at = 4 * ((image.size().height() - 1 - y) * image.size().width() + x);
        return new float[] {all[at], all[at + 1], all[at + 2], all[at + 3]};
    }

    private static double linear(double encoded) {
        return encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4);
    }

    @ParameterizedTest
    @MethodSource("golden")
    void paintsWhatNumPyWorkedOut(String line) throws NoSuchAlgorithmException {
        List<String> fields = List.of(line.split(" ", -1));
        Image image = render(
                GeneratedType.valueOf(fields.get(0)), Integer.parseInt(fields.get(1)), Integer.parseInt(fields.get(2)));
        assertThat(image.mode()).isEqualTo(Mode.RGBA);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(image));
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(fields.get(3));
    }

    @ParameterizedTest
    @CsvSource({"0,0,150", "31,0,150", "32,0,64", "0,32,64", "32,32,150", "63,95,64", "299,199,64"})
    void chequersTheUvGridFromTheBottomLeft(int x, int y, long gray) {
        assertThat(color(render(GeneratedType.UV_GRID, 300, 200), x, y)).containsExactly(gray, gray, gray, 255L);
    }

    /** Arms from 13 to 19, one pixel wide, in the middle of the cell. */
    @Test
    void crossesEveryCellOfTheUvGrid() {
        Image image = render(GeneratedType.UV_GRID, 64, 32);
        for (int y = 0; y < 32; y++) {
            for (int x = 32; x < 64; x++) {
                boolean arm = (x == 48 && y >= 13 && y <= 19) || (y == 16 && x >= 45 && x <= 51);
                assertThat(color(image, x, y))
                        .isEqualTo(arm ? List.of(229L, 177L, 22L, 255L) : List.of(64L, 64L, 64L, 255L));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,229,22,22",
        "0,1,229,177,22",
        "2,0,126,229,22",
        "0,3,22,229,74",
        "4,0,22,229,229",
        "1,6,22,74,229",
        "6,0,126,22,229",
        "0,7,229,22,177",
        "8,0,229,22,22",
        "5,5,229,22,22"
    })
    void colorsCrossesByTheDifferenceOfColumnAndRow(int column, int row, long red, long green, long blue) {
        Image image = render(GeneratedType.UV_GRID, 300, 300);
        assertThat(color(image, 32 * column + 16, 32 * row + 16)).containsExactly(red, green, blue, 255L);
    }

    @Test
    void givesTheUvGridAsLinearLight() {
        GeneratedImage grid = new GeneratedImage(GeneratedType.UV_GRID, SIZE);
        float dark = (float) linear(0.25);
        float bright = (float) linear(0.58);
        assertThat(floats(grid, 0, 0)).containsExactly(new float[] {bright, bright, bright, 1}, within(1e-6F));
        assertThat(floats(grid, 40, 5)).containsExactly(new float[] {dark, dark, dark, 1}, within(1e-6F));
        assertThat(floats(grid, 48, 16))
                .containsExactly(
                        new float[] {(float) linear(0.9), (float) linear(0.6975), (float) linear(0.09), 1},
                        within(1e-6F));
    }

    /** At the bottom left everything is added: 7, 12, 17, 38 and 63 to a red of 25. */
    @Test
    void addsEveryChequerAndTheLinesToTheColorGrid() {
        Image image = render(GeneratedType.COLOR_GRID, 1024, 1024);
        assertThat(color(image, 0, 0)).containsExactly(162L, 137L, 137L, 255L);
        assertThat(color(image, 1, 1)).containsExactly(25L + 74, 74L, 74L, 255L);
        assertThat(color(image, 2, 1)).containsExactly(25L + 70, 70L, 70L, 255L);
        assertThat(color(image, 5, 1)).containsExactly(25L + 68, 68L, 68L, 255L);
        assertThat(color(image, 4, 1)).containsExactly(25L + 64, 64L, 64L, 255L);
        assertThat(color(image, 33, 1)).containsExactly(25L + 65, 65L, 65L, 255L);
        assertThat(color(image, 32, 1)).containsExactly(25L + 61 + 63, 61L + 63, 61L + 63, 255L);
        assertThat(color(image, 1, 129)).containsExactly(38L + 55, 55L, 55L, 255L);
    }

    @Test
    void saturatesTheColorGrid() {
        Image image = render(GeneratedType.COLOR_GRID, 64, 257);
        assertThat(color(image, 0, 256)).containsExactly(255L, 137L, 137L, 255L);
    }

    @Test
    void growsLighterUpwardsAndChangesHueAcross() {
        Image image = render(GeneratedType.COLOR_GRID, 1024, 1024);
        assertThat(color(image, 257, 257)).containsExactly(51L / 2 + 74, 51L + 74, 74L, 255L);
        assertThat(color(image, 1, 257).getFirst()).isEqualTo(51 + 74);
        assertThat(color(image, 1, 769).getFirst()).isEqualTo(102 + 74);
    }

    /** What the floating-point form encodes to differs from the bytes by what they round down: once in the colour, once in each white. */
    @Test
    void givesTheColorGridAsLinearLight() {
        GeneratedImage grid = new GeneratedImage(GeneratedType.COLOR_GRID, SIZE);
        float[] floats = grid.renderFloats(false);
        byte[] bytes = bytes(grid.render());
        for (int i = 0; i < floats.length; i++) {
            double encoded = Byte.toUnsignedInt(bytes[i]) / 255.0;
            if (i % 4 == 3) {
                assertThat(floats[i]).isEqualTo(1);
            } else {
                assertThat((double) floats[i]).isBetween(linear(encoded) - 0.005, linear(encoded + 6 / 255.0) + 0.005);
            }
        }
        double corner = linear(0.1 + 0.03 + 0.05 + 0.07 + 0.15 + 0.25);
        assertThat((double) floats(grid, 0, 0)[0]).isCloseTo(corner, within(1e-6));
        assertThat((double) floats(grid, 0, 0)[1]).isCloseTo(linear(0.55), within(1e-6));
    }

    @Test
    void fillsBlankImagesWithTheirColor() {
        GeneratedImage blank =
                new GeneratedImage(GeneratedType.BLANK, new ImageSize(3, 2), new FillColor(0.5F, -1, 7, 0.25F));
        assertThat(bytes(blank.render()))
                .hasSize(24)
                .startsWith(128, 0, 255, 64)
                .endsWith(128, 0, 255, 64);
        assertThat(floats(blank, 2, 1))
                .containsExactly(new float[] {(float) linear(0.5), 0, (float) linear(7), 0.25F}, within(1e-4F));
        assertThat(blank.renderFloats(true))
                .hasSize(24)
                .startsWith(0.5F, 0, 7, 0.25F)
                .endsWith(0.5F, 0, 7, 0.25F);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "0.0019,0",
        "0.00197,1",
        "0.4980,127",
        "0.49804,127",
        "0.998,254",
        "0.9981,255",
        "1,255",
        "1.5,255"
    })
    void roundsTheColorsOfBlankImages(float component, long expected) {
        FillColor color = new FillColor(component, component, component, component);
        Image image = new GeneratedImage(GeneratedType.BLANK, new ImageSize(1, 1), color).render();
        assertThat(image.pixel(0, 0).toList()).containsOnly(expected);
    }

    @Test
    void refusesColorsThatAreNoNumbersAndSizesThatAreTooLarge() {
        assertThatThrownBy(() -> new FillColor(Float.NaN, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FillColor(0, 0, 0, Float.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GeneratedImage(GeneratedType.BLANK, new ImageSize(65_537, 1)))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("65536");
        GeneratedImage huge = new GeneratedImage(GeneratedType.BLANK, new ImageSize(65_536, 65_536));
        assertThatThrownBy(huge::render).isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> huge.renderFloats(false)).isInstanceOf(ImageFormatException.class);
    }

    @ParameterizedTest
    @EnumSource
    void allocatesItsResultsOnly(GeneratedType type) {
        GeneratedImage image = new GeneratedImage(type, new ImageSize(512, 512));
        assertThat(allocatedBy(image::render)).isLessThan(512 * 512 * 4 + 20_000L);
        assertThat(allocatedBy(() -> image.renderFloats(false))).isLessThan(512 * 512 * 4 * 4 + 20_000L);
    }

    private static long allocatedBy(Runnable work) {
        work.run();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
        work.run();
        return threads.getThreadAllocatedBytes(Thread.currentThread().threadId()) - before;
    }
}
