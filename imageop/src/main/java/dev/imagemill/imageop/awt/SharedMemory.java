package dev.imagemill.imageop.awt;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.stream.IntStream;

/** Images and {@link BufferedImage}s over one and the same {@code byte[]}. */
final class SharedMemory {
    private SharedMemory() {}

    static Optional<Image> image(BufferedImage image) {
        if (!(PixelReader.of(image) instanceof ComponentReader reader) || image.isAlphaPremultiplied()) {
            return Optional.empty();
        }
        int components = reader.mode().components();
        WritableRaster raster = image.getRaster();
        if (!(raster.getSampleModel() instanceof ComponentSampleModel layout)
                || !(raster.getDataBuffer() instanceof DataBufferByte buffer)
                || !isContiguous(layout, components, image)) {
            return Optional.empty();
        }
        int bank = layout.getBankIndices()[0];
        int at = buffer.getOffsets()[bank]
                + layout.getBandOffsets()[0]
                - raster.getSampleModelTranslateY() * layout.getScanlineStride()
                - raster.getSampleModelTranslateX() * components;
        ImageSize size = new ImageSize(image.getWidth(), image.getHeight());
        MemorySegment bytes = MemorySegment.ofArray(buffer.getData(bank));
        return Optional.of(
                Images.wrap(reader.mode(), size, bytes.asSlice(at, reader.mode().length(size))));
    }

    private static boolean isContiguous(ComponentSampleModel layout, int components, BufferedImage image) {
        int[] offsets = layout.getBandOffsets();
        int[] banks = layout.getBankIndices();
        return layout.getPixelStride() == components
                && (layout.getScanlineStride() == image.getWidth() * components || image.getHeight() == 1)
                && IntStream.range(0, components)
                        .allMatch(band -> offsets[band] == offsets[0] + band && banks[band] == banks[0]);
    }

    static Optional<BufferedImage> bufferedImage(Image image) {
        Mode mode = image.mode();
        boolean bytes = mode == Mode.L || mode == Mode.LA || mode == Mode.RGB || mode == Mode.RGBA;
        if (!bytes || !(image.segment().heapBase().orElse(null) instanceof byte[] array)) {
            return Optional.empty();
        }
        int width = image.size().width();
        int height = image.size().height();
        int components = mode.components();
        // The address of a heap segment is the offset in its array. It goes into the bands' offsets, because Java's
        // rasters read
        // and draw as if a data buffer had none.
        int at = Math.toIntExact(image.segment().address());
        DataBufferByte buffer =
                new DataBufferByte(array, at + Math.toIntExact(image.segment().byteSize()));
        int[] offsets = IntStream.range(at, at + components).toArray();
        WritableRaster raster =
                Raster.createInterleavedRaster(buffer, width, height, width * components, components, offsets, null);
        return Optional.of(new BufferedImage(PixelWriter.colors(mode, DataBuffer.TYPE_BYTE), raster, false, null));
    }
}
