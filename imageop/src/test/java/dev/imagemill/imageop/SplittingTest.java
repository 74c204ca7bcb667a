package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SplittingTest {
    static Stream<Image> images() {
        return Mode.all().stream()
                .flatMap(mode -> Stream.of(new ImageSize(2, 2), new ImageSize(14, 6), new ImageSize(238, 134))
                        .map(size -> Noise.image(mode, size.width(), size.height())));
    }

    static Stream<Image> oddImages() {
        return Mode.all().stream()
                .filter(mode -> !mode.planar())
                .flatMap(mode -> Stream.of(new ImageSize(1, 1), new ImageSize(13, 1), new ImageSize(207, 131))
                        .map(size -> Noise.image(mode, size.width(), size.height())));
    }

    private static long[] component(Image image, int component) {
        long[] samples = Samples.of(image);
        return IntStream.range(0, samples.length)
                .filter(i -> Samples.componentOf(image, i) == component)
                .mapToLong(i -> samples[i])
                .toArray();
    }

    @ParameterizedTest
    @MethodSource({"images", "oddImages"})
    void copiesEveryComponent(Image image) {
        for (Image copy : Everywhere.copies(image)) {
            List<Image> components = copy.split();
            assertThat(components).hasSize(image.components());
            for (int i = 0; i < components.size(); i++) {
                assertThat(Samples.of(components.get(i))).isEqualTo(component(image, i));
            }
            byte[] before = Noise.bytesOf(copy);
            components.forEach(component -> component.map(v -> 1));
            assertThat(Noise.bytesOf(copy)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource({"images", "oddImages"})
    void mergesWhatItSplits(Image image) {
        List<Image> components = image.split();
        int kinds = Everywhere.copies(image).size();
        for (int kind = 0; kind < kinds; kind++) {
            int first = kind;
            List<Image> sources = IntStream.range(0, components.size())
                    .mapToObj(i -> Everywhere.copies(components.get(i)).get((first + i) % kinds))
                    .toList();
            Image merged = Images.merge(image.mode(), sources);
            assertThat(merged.size()).isEqualTo(image.size());
            assertThat(Noise.bytesOf(merged)).isEqualTo(Noise.bytesOf(image));
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesComponentsTheirModeSizeAndAnEmptyInfo(Mode mode) {
        Image image = Noise.image(mode, 6, 4);
        image.info().put("dpi", 300);
        List<Image> components = image.split();
        for (int i = 0; i < components.size(); i++) {
            Subsampling part = mode.subsampling().get(i);
            Image component = components.get(i);
            assertThat(component.mode().components()).isEqualTo(1);
            assertThat(component.bitsPerComponent()).isEqualTo(mode.bitsPerComponent());
            assertThat(component.size()).isEqualTo(new ImageSize(6 / part.x(), 4 / part.y()));
            assertThat(component.info()).isEmpty();
        }
        components.getFirst().info().put("dpi", 300);
        assertThat(Images.merge(mode, components).info()).isEmpty();
    }

    @Test
    void mergesForeignSources() {
        ImageSource foreign = new ForeignImage(Mode.L, new ImageSize(2, 1), ByteBuffer.wrap(new byte[] {7, 8}));
        Image merged = Images.merge(Mode.LA, List.of(foreign, Images.filled(Mode.L, new ImageSize(2, 1), 255)));
        assertThat(Samples.of(merged)).containsExactly(7, 255, 8, 255);
    }

    @Test
    void saysWhatCannotBeMerged() {
        ImageSize size = new ImageSize(4, 2);
        Image gray = Images.create(Mode.L, size);
        assertThatThrownBy(() -> Images.merge(Mode.RGB, List.of(gray, gray)))
                .isInstanceOf(ImageFormatException.class)
                .hasMessage("mode RGB is made of 3 components, not of 2");
        assertThatThrownBy(() -> Images.merge(Mode.L, List.of())).isInstanceOf(ImageFormatException.class);
        assertThatThrownBy(() -> Images.merge(Mode.LA, List.of(gray, Images.create(Mode.L16, size))))
                .isInstanceOf(ImageFormatException.class)
                .hasMessage("component a of mode LA is of mode L, not L16");
        assertThatThrownBy(() -> Images.merge(Mode.LA32, List.of(gray, gray)))
                .isInstanceOf(ImageFormatException.class)
                .hasMessage("component l of mode LA32 is of mode L16, not L");
        Image turned = Images.create(Mode.L, new ImageSize(2, 4));
        assertThatThrownBy(() -> Images.merge(Mode.RGB, List.of(gray, gray, turned)))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("component b")
                .hasMessageContaining(size.toString())
                .hasMessageContaining(turned.size().toString());
        assertThatThrownBy(() -> Images.merge(Mode.YV12, List.of(gray, gray, gray)))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("component cr");
        Image odd = Images.create(Mode.L, new ImageSize(3, 2));
        assertThatThrownBy(() -> Images.merge(Mode.YV12, List.of(odd, odd, odd)))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("even");
    }
}
