package dev.imagemill.codec;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.twelvemonkeys.imageio.plugins.bmp.BMPImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.bmp.ICOImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.pnm.PNMImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.psd.PSDImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tga.TGAImageReaderSpi;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the readers against TwelveMonkeys ImageIO, which knows the same files independently. */
class PlainOracleTest {
    private static final Map<ImageFormat, ImageReaderSpi> READERS = Map.of(
            ImageFormat.BMP, new BMPImageReaderSpi(),
            ImageFormat.ICO, new ICOImageReaderSpi(),
            ImageFormat.PNM, new PNMImageReaderSpi(),
            ImageFormat.PSD, new PSDImageReaderSpi(),
            ImageFormat.TGA, new TGAImageReaderSpi());

    /** What the other library does not read, or cannot. */
    private static final Set<String> UNREAD = Set.of(
            "TGA of LA",
            "TGA of LA in runs",
            "TGA of the top right corner",
            "TGA of the bottom right corner",
            "TGA of a palette");

    /** It leaves an icon invisible that says so, and stretches samples to 8 and 16 bits by cutting off instead of rounding. */
    private static final Set<String> OTHERWISE =
            Set.of("ICO of 32 bits, alpha nowhere", "PNM of ten bits", "PNM of five bits");

    static Stream<PlainSample> samples() {
        return PlainSample.all().stream()
                .filter(sample -> READERS.containsKey(sample.format()))
                .filter(sample -> !UNREAD.contains(sample.name()) && !OTHERWISE.contains(sample.name()))
                // It believes in transparency only if there are layers.
                .filter(sample -> sample.format() != ImageFormat.PSD
                        || !sample.stored().mode().hasAlpha());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsWhatTwelveMonkeysReads(PlainSample sample) throws IOException {
        Image ours = Pictures.decoded(sample.file(), DecodeOptions.DEFAULT.withToSrgb(false));
        Image theirs = theirs(sample, ours.mode());
        assertThat(theirs.size()).isEqualTo(ours.size());
        assertThat(Pictures.bytes(theirs)).isEqualTo(Pictures.bytes(ours));
    }

    private static Image theirs(PlainSample sample, Mode mode) throws IOException {
        ImageReader reader = requireNonNull(READERS.get(sample.format())).createReaderInstance(null);
        reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(sample.file())));
        int page = sample.format() == ImageFormat.ICO ? reader.getNumImages(true) - 1 : 0;
        ImageReadParam param = reader.getDefaultReadParam();
        param.setDestinationType(reader.getRawImageType(page));
        BufferedImage read = reader.read(page, param);
        Image image = Images.create(mode, new ImageSize(read.getWidth(), read.getHeight()));
        List<Integer> shifts = List.of(16, 8, 0, 24);
        boolean samples = read.getColorModel() instanceof ComponentColorModel;
        Raster raster = read.getRaster();
        for (int y = 0; y < read.getHeight(); y++) {
            for (int x = 0; x < read.getWidth(); x++) {
                for (int c = 0; c < mode.components(); c++) {
                    long value = samples ? raster.getSample(x, y, c) : read.getRGB(x, y) >> shifts.get(c) & 0xff;
                    image.setComponent(x, y, c, value & mode.maxValue());
                }
            }
        }
        return image;
    }
}
