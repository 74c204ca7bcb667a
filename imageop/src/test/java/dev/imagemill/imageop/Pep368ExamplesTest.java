package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The examples of PEP 368, each with the PEP's own words and Python above the Java that does the same. */
class Pep368ExamplesTest {
    private static final int X = 2;
    private static final int Y = 3;

    private final Image rgbImage = Noise.image(Mode.RGB, 6, 4);
    private final Image image = Noise.image(Mode.RGBA, 8, 6);

    @Test
    void createsABlackImage() {
        // create a new black RGB image of 6x9 pixels
        // rgb_image = imageop.Image(imageop.RGB, (6, 9))
        Image rgbImage = Images.create(Mode.RGB, new ImageSize(6, 9));

        assertThat(rgbImage.size().width()).isEqualTo(6);
        assertThat(rgbImage.size().height()).isEqualTo(9);
        assertThat(rgbImage.pixels()).allSatisfy(pixel -> assertThat(pixel).containsExactly(0L, 0L, 0L));
        Image built = Image.builder().mode(Mode.RGB).size(6, 9).build();
        assertThat(Noise.bytesOf(built)).isEqualTo(Noise.bytesOf(rgbImage));
    }

    @Test
    void initialisesWithAColor() {
        // same as above, but initialize the image to bright red
        // rgb_image = imageop.Image(imageop.RGB, (6, 9), color=(255, 0, 0))
        Image rgbImage = Images.filled(Mode.RGB, new ImageSize(6, 9), 255, 0, 0);

        assertThat(rgbImage.pixels()).allSatisfy(pixel -> assertThat(pixel).containsExactly(255L, 0L, 0L));
        Image built = Image.builder().mode(Mode.RGB).size(6, 9).color(255, 0, 0).build();
        assertThat(Noise.bytesOf(built)).isEqualTo(Noise.bytesOf(rgbImage));
    }

    @Test
    void convertsToYCbCr() {
        Image rgbImage = Images.filled(Mode.RGB, new ImageSize(6, 8), 255, 0, 0);

        // convert the image to YCbCr
        // yuv_image = imageop.Image(imageop.JPEG_YV12, source=rgb_image)
        Image yuvImage = Images.convert(rgbImage, Mode.JPEG_YV12);

        assertThat(yuvImage.mode()).isEqualTo(Mode.JPEG_YV12);
        assertThat(yuvImage.plane("y").pixels())
                .allSatisfy(pixel -> assertThat(pixel.l()).isEqualTo(76));
        assertThat(yuvImage.plane("cr").pixels())
                .allSatisfy(pixel -> assertThat(pixel.l()).isEqualTo(255));
        assertThat(yuvImage.plane("cb").pixels())
                .allSatisfy(pixel -> assertThat(pixel.l()).isEqualTo(85));
    }

    @Test
    void refusesThePepsOwnOddHeightForPlanes() {
        // The PEP converts the image of 6x9 pixels, but also says that such a height "must be divisible" by two.
        Image rgbImage = Images.filled(Mode.RGB, new ImageSize(6, 9), 255, 0, 0);
        assertThatThrownBy(() -> Images.convert(rgbImage, Mode.JPEG_YV12)).isInstanceOf(ImageFormatException.class);
        Image even = Images.convert(rgbImage, Mode.JPEG_YV12, new ImageSize(6, 10));
        assertThat(even.plane("cr").size()).isEqualTo(new ImageSize(3, 5));
    }

    @Test
    void readsThePixelsValue() {
        rgbImage.setPixel(X, Y, 10, 20, 30);

        // read the value of a pixel and split it into three ints
        // r, g, b = rgb_image[x, y]
        Pixel pixel = rgbImage.pixel(X, Y);
        long r = pixel.r();
        long g = pixel.g();
        long b = pixel.b();

        assertThat(new long[] {r, g, b}).containsExactly(10, 20, 30);
        assertThat(pixel.value()).containsExactly(10, 20, 30);
    }

    @Test
    void modifiesOneComponent() {
        Image cmykImage = Images.create(Mode.CMYK, new ImageSize(6, 4));

        // modify the magenta component of a pixel in a CMYK image
        // cmyk_image[x, y].m = 13
        cmykImage.pixel(X, Y).m(13);

        assertThat(cmykImage.pixel(X, Y)).containsExactly(255L, 13L, 255L, 255L);
    }

    @Test
    void modifiesPlanes() {
        Image yuvImage = Images.black(Mode.YV12, new ImageSize(6, 4));

        // modify the Y (luma) component of a pixel in a *YV12 image and
        // its corresponding subsampled Cr (red chroma)
        // yuv_image.y[x, y] = 42
        // yuv_image.cr[x // 2, y // 2] = 54
        yuvImage.plane("y").setPixel(X, Y, 42);
        yuvImage.plane("cr").setPixel(X / 2, Y / 2, 54);

        assertThat(yuvImage.buffer().get(Y * 6 + X)).isEqualTo((byte) 42);
        assertThat(yuvImage.buffer().get(6 * 4 + Y / 2 * 3 + X / 2)).isEqualTo((byte) 54);
    }

    @Test
    void iteratesOverLinesAndPixels() {
        Image before = rgbImage.copy();

        // iterate over an image
        // for line in rgb_image:
        //     for pixel in line:
        //         # swap red and blue, and set green to 0
        //         pixel.value = pixel.b, 0, pixel.r
        for (Line line : rgbImage) {
            for (Pixel pixel : line) {
                // swap red and blue, and set green to 0
                pixel.value(pixel.b(), 0, pixel.r());
            }
        }

        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 6; x++) {
                Pixel was = before.pixel(x, y);
                assertThat(rgbImage.pixel(x, y)).containsExactly(was.b(), 0L, was.r());
            }
        }
    }

    @Test
    void findsTheMaximumOfAComponent() {
        Image rgbImage = Images.filled(Mode.RGB, new ImageSize(6, 4), 1, 200, 200);
        rgbImage.pixel(X, Y).r(99);

        // find the maximum value of the red component in the image
        // max_red = max(pixel.r for pixel in rgb_image.pixels())
        long maxRed = rgbImage.pixels().stream().mapToLong(Pixel::r).max().orElseThrow();

        assertThat(maxRed).isEqualTo(99);
    }

    @Test
    void countsColors() {
        Image image = Images.filled(Mode.RGB, new ImageSize(6, 4), 1, 2, 3);
        image.setPixel(0, 0, 3, 2, 1);
        image.setPixel(5, 3, 3, 2, 1);
        image.setPixel(1, 1, 1, 2, 4);

        // count the number of colors in the image
        // num_of_colors = len(set(tuple(pixel) for pixel in image.pixels()))
        long numOfColors = image.pixels().stream().map(Pixel::toList).distinct().count();

        assertThat(numOfColors).isEqualTo(3);
    }

    @Test
    void copiesABlock() {
        Image before = image.copy();

        // copy a block of 4x2 pixels near the upper right corner of an
        // image and paste it into the lower left corner of the same image
        // image[:4, -2:] = image[-6:-2, 1:3]
        image.assign(Slice.to(4), Slice.from(-2), image.slice(Slice.of(-6, -2), Slice.of(1, 3)));

        for (int y = 0; y < 6; y++) {
            for (int x = 0; x < 8; x++) {
                Pixel was = x < 4 && y >= 4 ? before.pixel(x + 2, y - 3) : before.pixel(x, y);
                assertThat(image.pixel(x, y).value()).isEqualTo(was.value());
            }
        }
    }

    @Test
    void copiesAnImage() {
        image.info().put("dpi", 300);

        // create a copy of the image, except that the new image can have a
        // different (usually empty) info dict
        // new_image = image[:]
        Image newImage = image.rows(Slice.all());

        assertThat(Noise.bytesOf(newImage)).isEqualTo(Noise.bytesOf(image));
        assertThat(newImage.info()).isEmpty();
        newImage.setPixel(0, 0, 0, 0, 0, 0);
        assertThat(Noise.bytesOf(newImage)).isNotEqualTo(Noise.bytesOf(image));
        assertThat(Noise.bytesOf(image.copy())).isEqualTo(Noise.bytesOf(image));
    }

    @Test
    void flipsAnImage() {
        // create a mirrored copy of the image, with the left and right
        // sides flipped
        // flipped_image = image[::-1, :]
        Image flippedImage = image.slice(Slice.reversed(), Slice.all());

        for (int y = 0; y < 6; y++) {
            for (int x = 0; x < 8; x++) {
                assertThat(flippedImage.pixel(x, y).value())
                        .isEqualTo(image.pixel(7 - x, y).value());
            }
        }
        assertThat(Noise.bytesOf(flippedImage)).isEqualTo(Noise.bytesOf(image.flipHorizontal()));
    }

    @Test
    void downsamplesByHalf() {
        // downsample an image to half its original size using a fast, low
        // quality operation and a slower, high quality one:
        // low_quality_image = image[::2, ::2]
        // new_size = image.size.width // 2, image.size.height // 2
        // high_quality_image = imageop.Image(size=new_size, source=image)
        Image lowQualityImage = image.slice(Slice.every(2), Slice.every(2));
        ImageSize newSize = new ImageSize(image.size().width() / 2, image.size().height() / 2);
        Image highQualityImage = Images.convert(image, newSize);

        assertThat(lowQualityImage.size()).isEqualTo(newSize);
        assertThat(lowQualityImage.pixel(3, 2).value())
                .isEqualTo(image.pixel(6, 4).value());
        assertThat(highQualityImage.size()).isEqualTo(newSize);
        assertThat(Noise.bytesOf(highQualityImage)).isEqualTo(Noise.bytesOf(image.resize(newSize, Filter.BICUBIC)));
        Image built = Image.builder().size(newSize).source(image).build();
        assertThat(Noise.bytesOf(built)).isEqualTo(Noise.bytesOf(highQualityImage));
    }

    @Test
    void reachesTheBuffer() {
        int r = 10;
        int g = 20;
        int b = 30;

        // direct buffer access
        // rgb_image[0, 0] = r, g, b
        // assert tuple(rgb_image.buffer[:3]) == (r, g, b)
        rgbImage.setPixel(0, 0, r, g, b);

        byte[] first = new byte[3];
        rgbImage.buffer().get(0, first);
        assertThat(first).containsExactly(r, g, b);
    }
}
