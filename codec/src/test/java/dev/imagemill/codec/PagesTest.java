package dev.imagemill.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of several pages, written by the JDK's own writers. */
class PagesTest {
    private static final List<Color> COLORS = List.of(Color.RED, Color.GREEN, Color.BLUE);

    static byte[] pages(String format) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream target = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(target);
            writer.prepareWriteSequence(null);
            for (Color color : COLORS) {
                BufferedImage page = new BufferedImage(24, 16, BufferedImage.TYPE_INT_RGB);
                Graphics2D graphics = page.createGraphics();
                graphics.setColor(color);
                graphics.fillRect(0, 0, 24, 16);
                graphics.dispose();
                writer.writeToSequence(new IIOImage(page, null, null), null);
            }
            writer.endWriteSequence();
        }
        writer.dispose();
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "tiff"})
    void decodesEachPageAlone(String format) throws IOException {
        byte[] file = pages(format);
        assertThat(Codec.probe(file, Limits.DEFAULT).pages()).isEqualTo(3);
        for (int page = 0; page < 3; page++) {
            Image image = Pictures.decoded(file, DecodeOptions.DEFAULT.withPage(page));
            assertThat(image.size()).isEqualTo(new ImageSize(24, 16));
            assertThat(new Color((int) image.component(5, 5, 0), (int) image.component(5, 5, 1), (int)
                            image.component(5, 5, 2)))
                    .isEqualTo(COLORS.get(page));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "tiff"})
    void refusesAPageThatIsNotThere(String format) throws IOException {
        byte[] file = pages(format);
        assertThatThrownBy(() -> Codec.decode(file, DecodeOptions.DEFAULT.withPage(3)))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining("page 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "tiff"})
    void refusesTooManyPages(String format) throws IOException {
        byte[] file = pages(format);
        Limits two = new Limits(1 << 20, 1000, 1 << 20, 2);
        assertThatThrownBy(() -> Codec.probe(file, two))
                .isInstanceOfSatisfying(
                        LimitExceeded.class,
                        exceeded -> assertThat(exceeded.limit()).isEqualTo(LimitExceeded.Limit.PAGES));
    }
}
