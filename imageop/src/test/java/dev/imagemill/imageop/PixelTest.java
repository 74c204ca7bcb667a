package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.ObjLongConsumer;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PixelTest {
    private record Accessor(String name, ToLongFunction<Pixel> getter, ObjLongConsumer<Pixel> setter) {}

    private static final List<Accessor> ACCESSORS = List.of(
            new Accessor("r", Pixel::r, Pixel::r),
            new Accessor("g", Pixel::g, Pixel::g),
            new Accessor("b", Pixel::b, Pixel::b),
            new Accessor("a", Pixel::a, Pixel::a),
            new Accessor("l", Pixel::l, Pixel::l),
            new Accessor("c", Pixel::c, Pixel::c),
            new Accessor("m", Pixel::m, Pixel::m),
            new Accessor("y", Pixel::y, Pixel::y),
            new Accessor("k", Pixel::k, Pixel::k));

    static List<Mode> interleavedModes() {
        return Mode.all().stream().filter(mode -> !mode.planar()).toList();
    }

    private static Image image(Mode mode) {
        return Noise.image(mode, 3, 2);
    }

    @ParameterizedTest
    @MethodSource("interleavedModes")
    void listsItsComponents(Mode mode) {
        Image image = image(mode);
        Pixel pixel = image.pixel(2, 1);
        assertThat(pixel.mode()).isEqualTo(mode);
        assertThat(pixel.size()).isEqualTo(mode.components());
        long[] value = pixel.value();
        for (int i = 0; i < pixel.size(); i++) {
            assertThat(value[i]).isEqualTo(image.component(2, 1, i));
            assertThat(pixel.get(i)).isEqualTo(value[i]);
            assertThat(pixel.get(i - pixel.size())).isEqualTo(value[i]);
            assertThat(pixel.get(mode.componentNames().get(i))).isEqualTo(value[i]);
        }
        assertThat(pixel.toArray()).isEqualTo(value);
        assertThat(pixel.toList().stream().mapToLong(Long::longValue).toArray()).isEqualTo(value);
        assertThat(pixel).containsExactlyElementsOf(pixel.toList());
    }

    @ParameterizedTest
    @MethodSource("interleavedModes")
    void namesTheComponentsOfItsModeAndNoOthers(Mode mode) {
        for (Accessor accessor : ACCESSORS) {
            String name = accessor.name();
            Pixel pixel = image(mode).pixel(1, 1);
            int index = mode.componentNames().indexOf(name);
            if (index < 0) {
                assertThatThrownBy(() -> accessor.getter().applyAsLong(pixel))
                        .isInstanceOf(NoSuchElementException.class)
                        .hasMessageContaining(mode.name())
                        .hasMessageContaining("'" + name + "'");
                assertThatThrownBy(() -> accessor.setter().accept(pixel, 1)).isInstanceOf(NoSuchElementException.class);
                assertThatThrownBy(() -> pixel.get(name)).isInstanceOf(NoSuchElementException.class);
                assertThatThrownBy(() -> pixel.set(name, 1)).isInstanceOf(NoSuchElementException.class);
            } else {
                assertThat(accessor.getter().applyAsLong(pixel)).isEqualTo(pixel.get(index));
                accessor.setter().accept(pixel, mode.maxValue() - 1);
                assertThat(pixel.get(index)).isEqualTo(mode.maxValue() - 1);
                pixel.set(name, 5);
                assertThat(accessor.getter().applyAsLong(pixel)).isEqualTo(5);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("interleavedModes")
    void writesThroughToItsImageAndNowhereElse(Mode mode) {
        for (Image image : List.of(image(mode), Noise.inNativeMemory(image(mode)))) {
            Image before = image.copy();
            Pixel pixel = image.pixel(1, 0);
            for (int i = 0; i < mode.components(); i++) {
                pixel.set(i, mode.maxValue() - i);
            }
            for (int c = 0; c < mode.components(); c++) {
                assertThat(image.component(1, 0, c)).isEqualTo(mode.maxValue() - c);
            }
            pixel.value(before.pixel(1, 0).value());
            assertThat(image.segment().mismatch(before.segment())).isEqualTo(-1);
            image.setComponent(1, 0, 0, 42);
            assertThat(pixel.get(0)).isEqualTo(42);
        }
    }

    @Test
    void takesValuesOfTheRightNumberAndRangeOnly() {
        Image image = Images.filled(Mode.RGB, new ImageSize(1, 1), 1, 2, 3);
        Pixel pixel = image.pixel(0, 0);
        assertThatThrownBy(() -> pixel.value(9, 9)).isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> pixel.value(9, 9, 9, 9)).isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> pixel.value(9, 9, 256)).isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> pixel.value(9, 9, -1)).isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> pixel.set(0, 256)).isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> pixel.set("r", -1)).isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> pixel.g(256)).isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> pixel.get(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> pixel.get(-4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> pixel.set(3, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> image.setPixel(0, 0, 9)).isInstanceOf(ImageFormatException.class);
        assertThat(pixel).containsExactly(1L, 2L, 3L);
    }

    @Test
    void holdsThe32BitsOfL32Unsigned() {
        Image image = Images.create(Mode.L32, new ImageSize(1, 1));
        image.setPixel(0, 0, 4_294_967_295L);
        assertThat(image.pixel(0, 0).l()).isEqualTo(4_294_967_295L);
    }

    @Test
    void slicesAsAPythonList() {
        Image image = Images.filled(Mode.RGBA, new ImageSize(1, 1), 1, 2, 3, 4);
        Pixel pixel = image.pixel(0, 0);
        assertThat(pixel.get(Slice.to(-1))).containsExactly(1, 2, 3);
        assertThat(pixel.get(Slice.reversed())).containsExactly(4, 3, 2, 1);
        assertThat(pixel.get(Slice.of(2, 2))).isEmpty();
        pixel.set(Slice.every(2), 10, 30);
        assertThat(pixel).containsExactly(10L, 2L, 30L, 4L);
        pixel.set(Slice.reversed(), 1, 2, 3, 4);
        assertThat(pixel).containsExactly(4L, 3L, 2L, 1L);
        pixel.set(Slice.of(2, 2));
        assertThatThrownBy(() -> pixel.set(Slice.to(2), 1, 2, 3)).isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> pixel.set(Slice.of(2, 2), 1)).isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> pixel.set(Slice.to(2), 9, 999)).isInstanceOf(ImageFormatException.class);
        assertThat(pixel).containsExactly(4L, 3L, 2L, 1L);
        assertThat(pixel).hasToString("Pixel(RGBA, [4, 3, 2, 1])");
    }
}
