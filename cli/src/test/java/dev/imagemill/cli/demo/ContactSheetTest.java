package dev.imagemill.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.DecodeOptions;
import dev.imagemill.codec.DecodedImage;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import org.junit.jupiter.api.Test;

class ContactSheetTest {
    @Test
    void showsPicturesScaledIntoTheirCells() {
        ContactSheet sheet = new ContactSheet(8);
        for (int i = 0; i < 7; i++) {
            sheet.add("picture-" + i + ".jpg", Images.filled(Mode.RGB, new ImageSize(480, 360), 200, 10, i));
        }
        sheet.addMissing("broken.jpg", "failed: corrupt-image");

        try (DecodedImage decoded = Codec.decode(sheet.png(), DecodeOptions.DEFAULT)) {
            Image image = decoded.image();
            assertThat(image.size()).isEqualTo(new ImageSize(6 * 256 + 16, 2 * 240 + 16));
            assertThat(pixel(image, 16 + 120, 16 + 90)).containsExactly(200, 10, 0);
            assertThat(pixel(image, 16 + 5 * 256, 16)).containsExactly(200, 10, 5);
            assertThat(pixel(image, 16, 16 + 240)).containsExactly(200, 10, 6);
            assertThat(pixel(image, 17 + 256, 17 + 240)).containsExactly(226, 214, 212);
        }
    }

    @Test
    void keepsProportionsAndPutsAlphaOnAChequeredGround() {
        ContactSheet sheet = new ContactSheet(1);
        sheet.add("tall.png", Images.filled(Mode.LA, new ImageSize(10, 90), 0, 0));

        try (DecodedImage decoded = Codec.decode(sheet.png(), DecodeOptions.DEFAULT)) {
            Image image = decoded.image();
            assertThat(image.size().width()).isEqualTo(256 + 16);
            assertThat(pixel(image, 16 + 115, 16 + 45)).containsExactly(255, 255, 255);
            assertThat(pixel(image, 16 + 115, 16 + 45 + 8)).containsExactly(205, 205, 205);
            assertThat(pixel(image, 20, 60)).containsExactly(246, 246, 244);
        }
    }

    private static long[] pixel(Image image, int x, int y) {
        return new long[] {image.component(x, y, 0), image.component(x, y, 1), image.component(x, y, 2)};
    }
}
