package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.imageop.PixelOperations.PixelOperation;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImageMemoryTest {
    private static final byte LITTER = 0x5A;

    private final ImageMemory memory = ImageMemory.ofAtMost(1 << 20);
    private final Image image = Noise.image(Mode.RGB, 40, 30);

    private static byte @Nullable [] array(Image image) {
        return (byte[]) image.segment().heapBase().orElse(null);
    }

    @Test
    void makesResultsInWhatWasReleased() {
        Image first = image.rotate180();
        Image expected = image.flipVertical();
        memory.release(first);
        Image second = memory.use(image::flipVertical);
        assertThat(array(second)).isSameAs(array(first)).isEqualTo(array(expected));
        assertThat(array(memory.use(image::flipVertical))).isNotSameAs(array(first));
    }

    @Test
    void makesCopiesInWhatWasReleased() {
        Image released = image.rotate180();
        memory.release(released);
        Image copy = memory.use(image::copy);
        assertThat(array(copy)).isSameAs(array(released)).isEqualTo(array(image));
    }

    @Test
    void leavesOtherLengthsAndNewImagesAlone() {
        Image released = image.copy();
        memory.release(released);
        Image blank = memory.use(() -> Images.create(Mode.RGB, image.size()));
        Image smaller = memory.use(() -> image.crop(0, 0, 39, 30));
        assertThat(array(blank)).isNotSameAs(array(released)).containsOnly(0);
        assertThat(array(smaller)).isNotSameAs(array(released));
        assertThat(array(image.copy())).isNotSameAs(array(released));
        assertThat(array(memory.use(image::copy))).isSameAs(array(released));
    }

    @Test
    void takesTheLatestFirst() {
        Image first = image.copy();
        Image second = image.copy();
        memory.release(first);
        memory.release(second);
        assertThat(array(memory.use(image::copy))).isSameAs(array(second));
        assertThat(array(memory.use(image::copy))).isSameAs(array(first));
    }

    @Test
    void forgetsTheEarliestBeyondItsLimit() {
        ImageMemory small = ImageMemory.ofAtMost(2 * 3600);
        List<Image> images = List.of(image.copy(), image.copy(), image.copy());
        images.forEach(small::release);
        assertThat(array(small.use(image::copy))).isSameAs(array(images.get(2)));
        assertThat(array(small.use(image::copy))).isSameAs(array(images.get(1)));
        assertThat(array(small.use(image::copy))).isNotSameAs(array(images.get(0)));
        ImageMemory none = ImageMemory.ofAtMost(3599);
        none.release(images.get(0));
        assertThat(array(none.use(image::copy))).isNotSameAs(array(images.get(0)));
        assertThatThrownBy(() -> ImageMemory.ofAtMost(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWhatWasReleasedAlready() {
        Image released = image.copy();
        memory.release(released);
        assertThatThrownBy(() -> memory.release(released)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void leavesMemoryAloneThatIsNotAWholeArray() {
        Image planar = Noise.image(Mode.YV12, 4, 4);
        Image luma = planar.plane("y");
        memory.release(luma);
        memory.release(Noise.inNativeMemory(luma));
        memory.release(Everywhere.readOnly(luma.copy()));
        Image copy = memory.use(luma::copy);
        assertThat(array(copy)).hasSize(16).isNotSameAs(array(planar));
    }

    /** What lay in the memory before must not show. */
    @ParameterizedTest
    @EnumSource
    void isOverwrittenByEveryOperation(Mode mode) {
        for (PixelOperation operation : PixelOperations.of(mode)) {
            for (int width : new int[] {64, 128}) {
                Image source = Noise.image(mode, width, width);
                Object expected = operation.apply(source.copy());
                ImageMemory littered = ImageMemory.ofAtMost(Long.MAX_VALUE);
                litter(operation.apply(source.copy()), littered);
                Object result = again(operation, source.copy(), littered);
                assertSame(operation, result, expected);
            }
        }
    }

    private static @Nullable Object again(PixelOperation operation, Image source, ImageMemory memory) {
        Object[] result = new Object[1];
        memory.use(() -> {
            result[0] = operation.apply(source);
            return result;
        });
        return result[0];
    }

    private static void litter(@Nullable Object result, ImageMemory memory) {
        if (result instanceof Image image) {
            byte[] array = array(image);
            if (array != null) {
                Arrays.fill(array, LITTER);
            }
            memory.release(image);
        } else if (result instanceof List<?> images) {
            images.forEach(image -> litter(image, memory));
        }
    }

    private static void assertSame(PixelOperation operation, @Nullable Object actual, @Nullable Object expected) {
        if (expected instanceof Image image && actual instanceof Image same) {
            assertThat(same.segment().mismatch(image.segment()))
                    .as("%s of %s", operation, image)
                    .isEqualTo(-1);
        } else if (expected instanceof List<?> images && actual instanceof List<?> sames) {
            for (int i = 0; i < images.size(); i++) {
                assertSame(operation, sames.get(i), images.get(i));
            }
        } else {
            assertThat(actual).isNull();
            assertThat(expected).isNull();
        }
    }
}
