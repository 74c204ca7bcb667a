package dev.imagemill.imageop;

import dev.imagemill.imageop.PixelOperations.PixelOperation;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds what operations allocate against the sizes of images. Besides results there are scratch arrays: of some lines, of strips of lines up to about
 * a megabyte, or of fixed size.
 */
class OperationsMemoryTest {
    /** Lines so long that strips have the fewest rows they can have, whatever the height. */
    private static final int LONG_LINE = 81_920;

    /** Lines so short and so many that an array for each would be much more than any strip. */
    private static final int SHORT_LINE = 2_048;

    private static final int FEW = 32;
    private static final int MANY = 768;
    private static final long SLACK = 256;

    /** Every mode on the heap; in native memory one for each kind of kernel, as lines are read in the same way for all. */
    static Stream<Arguments> cases() {
        return Stream.concat(
                Mode.all().stream().map(mode -> Arguments.of(mode, false)),
                Stream.of(Mode.L, Mode.L32, Mode.RGBA, Mode.RGB48, Mode.YV12).map(mode -> Arguments.of(mode, true)));
    }

    /** An object of 16 bytes for each line would be half a kilobyte. */
    @ParameterizedTest
    @MethodSource("cases")
    void allocateNothingForALine(Mode mode, boolean inNativeMemory) {
        int few = mode.yDivisor() * FEW;
        Image low = image(mode, LONG_LINE, few, inNativeMemory);
        Image high = image(mode, LONG_LINE, 2 * few, inNativeMemory);
        assertAllSatisfied(mode, low, high, SLACK);
    }

    /** An object for each pixel would be many times the image, a line for each line as much as the image. */
    @ParameterizedTest
    @MethodSource("cases")
    void allocateNothingForAPixel(Mode mode, boolean inNativeMemory) {
        Image narrow = image(mode, SHORT_LINE, MANY, inNativeMemory);
        Image wide = image(mode, 2 * SHORT_LINE, MANY, inNativeMemory);
        long growth = wide.segment().byteSize() - narrow.segment().byteSize();
        assertAllSatisfied(mode, narrow, wide, growth * 3 / 4);
    }

    private static Image image(Mode mode, int lineBytes, int height, boolean inNativeMemory) {
        int pixelBytes = mode.planar() ? 1 : mode.bytesPerPixel();
        Image image = Noise.image(mode, lineBytes / pixelBytes / 32 * 32, height);
        return inNativeMemory ? Noise.inNativeMemory(image) : image;
    }

    private static void assertAllSatisfied(Mode mode, Image small, Image large, long most) {
        SoftAssertions all = new SoftAssertions();
        for (PixelOperation operation : PixelOperations.of(mode)) {
            long growth = besidesResults(operation, large) - besidesResults(operation, small);
            all.assertThat(growth).as("%s of %s", operation, mode).isLessThan(most);
        }
        all.assertAll();
    }

    private static long besidesResults(PixelOperation operation, Image image) {
        long results = bytes(operation.apply(image));
        return Allocation.of(() -> operation.apply(image), 1)
                - results
                - operation.between().applyAsLong(image);
    }

    private static long bytes(@Nullable Object result) {
        return switch (result) {
            case null -> 0;
            case Image image -> image.segment().byteSize();
            case List<?> images ->
                images.stream().mapToLong(OperationsMemoryTest::bytes).sum();
            default -> throw new IllegalArgumentException("no image: " + result);
        };
    }
}
