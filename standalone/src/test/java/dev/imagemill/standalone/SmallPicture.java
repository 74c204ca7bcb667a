package dev.imagemill.standalone;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.EncodeOptions;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;

/** Pictures that are quickly made and uploaded, each like no other. */
final class SmallPicture {
    private SmallPicture() {}

    /**
     * The PNG of 160 x 120 pixels with a number.
     *
     * @param number from 0 to 65,535
     */
    static byte[] png(int number) {
        Image image = Images.create(Mode.RGB, new ImageSize(160, 120));
        for (int y = 0; y < 120; y++) {
            for (int x = 0; x < 160; x++) {
                image.setComponent(x, y, 0, x + number % 96);
                image.setComponent(x, y, 1, y + y / 2);
                image.setComponent(x, y, 2, (number + (x & y)) % 256);
            }
        }
        image.setComponent(0, 0, 0, number / 256);
        return Codec.encode(image, EncodeOptions.of(ImageFormat.PNG));
    }
}
