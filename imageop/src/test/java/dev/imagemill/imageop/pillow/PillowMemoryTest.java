package dev.imagemill.imageop.pillow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.imageop.Allocation;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is allocated besides the result does not grow with the image: nothing for a pixel, nothing for a line. */
class PillowMemoryTest {
    private static final int WIDTH = 16;
    private static final int LOW = 600;
    private static final int HIGH = 4 * LOW;

    /** Far less than a byte for each of the additional lines. */
    private static final long SLACK = 512;

    @ParameterizedTest
    @EnumSource(PillowMode.class)
    void convertsTo(PillowMode target) {
        for (Dither dither : Dither.values()) {
            for (Mode from : new Mode[] {Mode.L, Mode.RGB, Mode.CMYK}) {
                assertFixed(
                        from,
                        target.bytesPerPixel(),
                        image -> PillowImage.from(image, target, ConvertOptions.of(dither)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(PillowMode.class)
    void convertsBack(PillowMode source) {
        PillowImage low = PillowImage.create(source, new ImageSize(WIDTH, LOW));
        PillowImage high = PillowImage.create(source, new ImageSize(WIDTH, HIGH));
        long growth = Allocation.of(() -> high.toImage(Mode.RGB)) - Allocation.of(() -> low.toImage(Mode.RGB));
        // Numbers become grey first.
        long copied = source.bytesPerPixel() == Integer.BYTES ? 1 : 0;
        assertThat(growth).isLessThan((3 + copied) * WIDTH * (HIGH - LOW) + SLACK);
    }

    @ParameterizedTest
    @EnumSource(QuantizeMethod.class)
    void quantizes(QuantizeMethod method) {
        assertFixed(Mode.RGB, 1, image -> PillowImage.quantize(image, new QuantizeOptions(16, method, 0)));
    }

    /** The picture is the same few colours in both sizes, so that tables of colours are the same too. */
    private static void assertFixed(Mode mode, int bytesPerPixel, Consumer<Image> operation) {
        Image low = Images.filled(mode, new ImageSize(WIDTH, LOW), color(mode));
        Image high = Images.filled(mode, new ImageSize(WIDTH, HIGH), color(mode));
        long growth = Allocation.of(() -> operation.accept(high)) - Allocation.of(() -> operation.accept(low));
        // A mode that has to become RGB first is copied for it.
        long copied = mode == Mode.CMYK ? 3 : 0;
        assertThat(growth).isLessThan((bytesPerPixel + copied) * WIDTH * (HIGH - LOW) + SLACK);
    }

    private static long[] color(Mode mode) {
        return switch (mode.components()) {
            case 1 -> new long[] {100};
            case 3 -> new long[] {100, 50, 200};
            default -> new long[] {100, 50, 200, 20};
        };
    }
}
