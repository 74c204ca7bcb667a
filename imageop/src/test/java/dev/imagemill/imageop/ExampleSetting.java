package dev.imagemill.imageop;

import dev.imagemill.imageop.array.ArrayImages;
import dev.imagemill.imageop.array.ArrayLayout;
import dev.imagemill.imageop.array.Npy;
import dev.imagemill.imageop.awt.BufferedImages;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** What the examples in the documentation speak of without saying where it comes from. */
public abstract class ExampleSetting {
    protected final Path folder;
    protected final File file;
    protected final ImageSize size = new ImageSize(60, 40);
    protected final byte[] bytes = new byte[60 * 40 * 2];
    protected final MemorySegment decodedPixels = MemorySegment.ofArray(new byte[6000 * 4000 * 3]);
    protected final Image image = Noise.image(Mode.RGB, 60, 40);
    protected final Image photo = Noise.image(Mode.RGB, 60, 40);
    protected final Image watermark = Noise.image(Mode.RGBA, 60, 40);
    protected final Image texture = Noise.image(Mode.RGBA, 60, 40);
    protected final Image cmyk = Noise.image(Mode.CMYK, 60, 40);
    protected final Image red = Noise.image(Mode.L, 60, 40);
    protected final Image green = Noise.image(Mode.L, 60, 40);
    protected final Image blue = Noise.image(Mode.L, 60, 40);

    /** Writes the files that examples read to a folder: {@code photo.png} and {@code batch.npy}. */
    protected ExampleSetting(Path folder) throws IOException {
        this.folder = folder;
        file = folder.resolve("photo.png").toFile();
        BufferedImage picture = BufferedImages.toBufferedImage(photo, BufferedImage.TYPE_3BYTE_BGR);
        ImageIO.write(picture, "png", file);
        Npy.write(ArrayImages.toArray(photo, ArrayLayout.HWC), folder.resolve("batch.npy"));
    }
}
