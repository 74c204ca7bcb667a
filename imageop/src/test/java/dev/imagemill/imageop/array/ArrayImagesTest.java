package dev.imagemill.imageop.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageFormatException;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.lang.foreign.Arena;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The exact way from arrays to images and back. */
class ArrayImagesTest {
    static Stream<List<String>> images() {
        return Vectors.lines("npy-images.txt");
    }

    @ParameterizedTest
    @MethodSource("images")
    void importsSamplesAsNumPyHasThem(List<String> line) {
        NumberArray array = Npy.read(Vectors.bytes(line.get(5)));
        ArrayLayout layout = ArrayLayout.valueOf(line.get(0));
        for (NumberArray source : List.of(array, Vectors.inNativeMemory(array))) {
            Image image = ArrayImages.exact(source, layout);
            assertThat(image.mode()).isEqualTo(Mode.parse(line.get(1)));
            assertThat(image.size())
                    .isEqualTo(new ImageSize(Integer.parseInt(line.get(2)), Integer.parseInt(line.get(3))));
            assertThat(Vectors.littleEndian(image)).isEqualTo(line.get(4));
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"YV12", "JPEG_YV12"})
    void importsWhatItExported(Mode mode) {
        for (ImageSize size :
                List.of(new ImageSize(1, 1), new ImageSize(67, 41), new ImageSize(1, 9), new ImageSize(9, 1))) {
            Image image = noise(mode, size);
            for (ArrayLayout layout : ArrayLayout.values()) {
                if (layout == ArrayLayout.HW && mode.components() > 1) {
                    continue;
                }
                NumberArray array = ArrayImages.toArray(image, layout);
                assertThat(array.byteOrder()).isEqualTo(ByteOrder.nativeOrder());
                for (ByteOrder bytes : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
                    for (AxisOrder axes : AxisOrder.values()) {
                        Image back = ArrayImages.exact(array.copy(bytes, axes), layout, mode);
                        assertThat(back.size()).isEqualTo(size);
                        assertThat(back.segment().mismatch(image.segment())).isEqualTo(-1);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"YV12", "JPEG_YV12"})
    void exportsEveryComponentToItsIndex(Mode mode) {
        Image image = noise(mode, new ImageSize(5, 3));
        NumberArray hwc = ArrayImages.toArray(image, ArrayLayout.HWC);
        NumberArray chw = ArrayImages.toArray(image, ArrayLayout.CHW);
        assertThat(hwc.shape()).containsExactly(3, 5, mode.components());
        assertThat(chw.shape()).containsExactly(mode.components(), 3, 5);
        for (int y = 0; y < 3; y++) {
            for (int x = 0; x < 5; x++) {
                for (int c = 0; c < mode.components(); c++) {
                    assertThat(hwc.get(y, x, c)).isEqualTo((double) image.component(x, y, c));
                    assertThat(chw.get(c, y, x)).isEqualTo((double) image.component(x, y, c));
                }
            }
        }
    }

    @Test
    void viewsImagesWithoutCopying() {
        try (Arena arena = Arena.ofConfined()) {
            Image image = Images.createNative(Mode.RGB48, new ImageSize(4, 2), arena);
            NumberArray view = ArrayImages.toArrayView(image, ArrayLayout.HWC);
            view.set(40_000, 1, 3, 2);
            assertThat(image.component(3, 1, 2)).isEqualTo(40_000);
        }
        Image gray = Images.create(Mode.L32, new ImageSize(4, 2));
        assertThat(ArrayImages.toArrayView(gray, ArrayLayout.CHW).shape()).containsExactly(1, 2, 4);
        ArrayImages.toArray(gray, ArrayLayout.HW).set(5, 0, 0);
        assertThat(gray.component(0, 0, 0)).isZero();
    }

    @Test
    void takesAnExplicitMode() {
        NumberArray array = NumberArray.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, 1, 2, 4);
        Image cmyk = ArrayImages.exact(array, ArrayLayout.HWC, Mode.CMYK);
        assertThat(cmyk.mode()).isEqualTo(Mode.CMYK);
        assertThat(cmyk.component(1, 0, 3)).isEqualTo(8);
    }

    @Test
    void refusesModesThatDoNotFit() {
        NumberArray array = NumberArray.of(new byte[24], 2, 4, 3);
        assertThatThrownBy(() -> ArrayImages.exact(array, ArrayLayout.HWC, Mode.RGBA))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("4 channels, not u1 with 3");
        assertThatThrownBy(() -> ArrayImages.exact(array, ArrayLayout.HWC, Mode.RGB48))
                .hasMessageContaining("u2");
        assertThatThrownBy(() -> ArrayImages.exact(array, ArrayLayout.HWC, Mode.YV12))
                .hasMessageContaining("planar");
    }

    @Test
    void refusesArraysThatAreNoImages() {
        for (int[] shape : new int[][] {{24}, {2, 3, 4, 1}, {2, 2, 2, 3}, {2, 2, 6}, {4, 1, 1, 6, 1}}) {
            if (shape.length <= 4) {
                NumberArray array = NumberArray.create(ElementType.U1, ByteOrder.BIG_ENDIAN, AxisOrder.C, shape);
                assertThatThrownBy(() -> ArrayImages.exact(array, ArrayLayout.HW))
                        .isInstanceOf(ImageFormatException.class)
                        .hasMessageContaining("un-supported shape " + NumberArray.text(shape));
            }
        }
        NumberArray five = NumberArray.of(new byte[20], 2, 2, 5);
        assertThatThrownBy(() -> ArrayImages.exact(five, ArrayLayout.HWC))
                .hasMessageContaining("un-supported shape (2, 2, 5)");
        NumberArray last = NumberArray.of(new byte[30], 6, 5, 1);
        assertThatThrownBy(() -> ArrayImages.exact(last, ArrayLayout.CHW)).hasMessageContaining("un-supported shape");
        assertThatThrownBy(() -> ArrayImages.exact(NumberArray.of(new byte[0], 0, 3), ArrayLayout.HW))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("no pixels");
    }

    @Test
    void refusesNumbersThatAreNoSamples() {
        assertThatThrownBy(() -> ArrayImages.exact(NumberArray.of(new float[6], 2, 3), ArrayLayout.HW))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("f4")
                .hasMessageContaining("normalise");
        assertThatThrownBy(() -> ArrayImages.exact(NumberArray.of(new int[6], 1, 2, 3), ArrayLayout.HWC))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("3 channels of type u4");
    }

    @Test
    void refusesToExportPlanesOrHideComponents() {
        Image planar = Images.create(Mode.YV12, new ImageSize(4, 2));
        for (ArrayLayout layout : ArrayLayout.values()) {
            assertThatThrownBy(() -> ArrayImages.toArray(planar, layout))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("YV12");
        }
        Image rgb = Images.create(Mode.RGB, new ImageSize(4, 2));
        assertThatThrownBy(() -> ArrayImages.toArray(rgb, ArrayLayout.HW)).isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> ArrayImages.toArrayView(rgb, ArrayLayout.CHW))
                .isInstanceOf(ImageFormatException.class);
    }

    private static Image noise(Mode mode, ImageSize size) {
        byte[] bytes = new byte[(int) mode.length(size)];
        new Random(mode.components()).nextBytes(bytes);
        return Images.of(mode, size, bytes);
    }
}
