package dev.imagemill.transform.engine.reference;

import dev.imagemill.codec.Animation;
import dev.imagemill.codec.Codec;
import dev.imagemill.codec.ColorProfile;
import dev.imagemill.codec.EncodeOptions;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.codec.ImageMetadata;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import dev.imagemill.imageop.array.ArrayImages;
import dev.imagemill.imageop.array.ArrayLayout;
import dev.imagemill.imageop.array.Npy;
import dev.imagemill.transform.engine.Pictures;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A picture that operations are tried on, in a file that holds it without loss.
 *
 * @param name its mode, size and what is special about it
 * @param file the file
 * @param picture the same pixels as numbers
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Original(String name, byte[] file, ExactPicture picture) {
    private static final int DEPTH_STEP = 257;

    /** Like a photograph, of any mode but ink and planes; with alpha it is transparent at the left, opaque at the right and in between in between. */
    static Original photograph(Mode mode, int width, int height) {
        return png("", photographOf(mode, width, height));
    }

    /** Random values all over, the hardest that there is for whatever interpolates. */
    static Original noise(Mode mode, int width, int height) {
        Random random = new Random(7);
        return png(", noise", image(mode, width, height, (x, y, c) -> random.nextLong(mode.maxValue() + 1)));
    }

    /** Grey of 32 bits, in a NumPy array. */
    static Original numbers(int width, int height) {
        Random random = new Random(11);
        Image image = image(Mode.L32, width, height, (x, y, c) -> 30_000_000L * (x + y) + random.nextLong(1 << 24));
        byte[] file = Npy.toBytes(ArrayImages.toArray(image, ArrayLayout.HW));
        return new Original(name(image, ""), file, ExactPicture.of(image));
    }

    /** A photograph that its file says to be stored otherwise than it is to be seen. */
    static Original stored(int orientation, int width, int height) {
        Image image = photographOf(Mode.RGB, width, height);
        ImageMetadata metadata = ImageMetadata.NONE.withOrientation(orientation);
        byte[] file = Codec.encode(image, EncodeOptions.of(ImageFormat.PNG).withMetadata(metadata));
        return new Original(name(image, ", orientation " + orientation), file, ExactPicture.of(image));
    }

    /** A photograph whose values are colours of Display P3. */
    static Original displayP3(Mode mode, int width, int height) {
        Image image = photographOf(mode, width, height);
        Optional<ColorProfile> profile = Optional.of(ColorProfile.Space.DISPLAY_P3.profile());
        byte[] file = Codec.encode(
                image, EncodeOptions.of(ImageFormat.PNG).withMetadata(ImageMetadata.NONE.withProfile(profile)));
        return new Original(name(image, ", Display P3"), file, ExactPicture.of(image));
    }

    /** The photograph with other values, to be framed or faded. */
    static Original of(String what, Image image) {
        return png(", " + what, image);
    }

    /** Frames that differ all over, in a TIFF. */
    static Original animation(int frames, int width, int height) {
        Image photograph = photographOf(Mode.RGB, width, height);
        List<Image> images = IntStream.range(0, frames)
                .mapToObj(frame -> image(
                        Mode.RGB,
                        width,
                        height,
                        (x, y, c) ->
                                (photograph.component(x, y, c) * (frame + 2) / (frames + 2) + 9L * frame * c) % 256))
                .toList();
        Animation times =
                new Animation(IntStream.range(0, frames).mapToObj(frame -> 100).toList(), 0);
        byte[] file = Codec.encode(images, times, EncodeOptions.of(ImageFormat.TIFF));
        return new Original(
                name(images.getFirst(), ", " + frames + " frames"),
                file,
                ExactPicture.ofFrames(images.stream().map(ExactPicture::of).toList()));
    }

    private static Original png(String what, Image image) {
        return new Original(name(image, what), Pictures.png(image), ExactPicture.of(image));
    }

    private static String name(Image image, String what) {
        return image.mode() + " " + image.size().width() + " x " + image.size().height() + what;
    }

    /** A component of a pixel. */
    interface Component {
        long at(int x, int y, int component);
    }

    static Image image(Mode mode, int width, int height, Component component) {
        Image image = Images.create(mode, new ImageSize(width, height));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < mode.components(); c++) {
                    image.setComponent(x, y, c, component.at(x, y, c));
                }
            }
        }
        return image;
    }

    static Image photographOf(Mode mode, int width, int height) {
        Image photograph = Pictures.photograph(width, height);
        Random fine = new Random(3);
        int alpha = mode.hasAlpha() ? mode.components() - 1 : mode.components();
        return image(mode, width, height, (x, y, c) -> {
            long value = c == alpha
                    ? Math.clamp(300L * x / width - 20, 0, 255)
                    : photograph.component(x, y, alpha == 1 ? 1 : c);
            boolean end = value == 0 || value == 255;
            return mode.bitsPerComponent() == Byte.SIZE
                    ? value
                    : value * DEPTH_STEP + (end ? 0 : fine.nextInt(DEPTH_STEP) - DEPTH_STEP / 2);
        });
    }
}
