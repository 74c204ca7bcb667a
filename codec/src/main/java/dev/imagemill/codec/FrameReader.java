package dev.imagemill.codec;

import dev.imagemill.codec.vips.VipsException;
import dev.imagemill.codec.vips.VipsImage;
import dev.imagemill.codec.vips.VipsScope;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Decodes several frames of one image at once: libvips puts them one below the other. */
final class FrameReader {
    private final EncodedImage file;

    private FrameReader(EncodedImage file) {
        this.file = file;
    }

    /** The frames of an image; empty if it has but one, or pages that differ in size or mode. */
    static Optional<Animation> probe(MemorySegment bytes, Limits limits) {
        return switch (EncodedImage.format(bytes)) {
            case GIF, WEBP, TIFF -> {
                try (VipsScope scope = new VipsScope()) {
                    yield new FrameReader(EncodedImage.of(scope, bytes, limits)).probe();
                }
            }
            case JPEG, PNG, AVIF, SVG, BMP, TGA, HDR, PSD, ICO, PNM, NPY, RAW -> Optional.empty();
        };
    }

    private Optional<Animation> probe() {
        Header header = file.header(0);
        int pages = header.info().pages();
        if (pages == 1 || (file.format() == ImageFormat.TIFF && !alike(header, pages))) {
            return Optional.empty();
        }
        return Optional.of(header.image()
                .numbers("delay")
                .filter(delays -> delays.length == pages)
                .map(delays -> new Animation(
                        Arrays.stream(delays).boxed().toList(),
                        Math.max(0, header.image().number("loop").orElse(0))))
                .orElseGet(() -> Animation.ofPages(pages)));
    }

    private boolean alike(Header first, int pages) {
        try {
            VipsImage all = file.frames(0, pages);
            return all.height() == (long) first.image().height() * pages;
        } catch (CorruptImage different) {
            return false;
        }
    }

    static DecodedFrames decode(MemorySegment bytes, DecodeOptions options, int count) {
        try (VipsScope scope = new VipsScope()) {
            return new FrameReader(EncodedImage.of(scope, bytes, options.limits())).decode(options, count);
        }
    }

    private DecodedFrames decode(DecodeOptions options, int count) {
        Header header = file.header(0);
        header.requirePage(options.page() + count - 1);
        options.limits().checkFrames(header.info().size(), count);
        VipsImage all = file.frames(options.page(), count);
        PixelLayout layout = PixelLayout.of(all);
        Arena memory = Arena.ofShared();
        try {
            VipsImage managed = new ColorConversion(layout, options.toSrgb()).apply(all);
            MemorySegment pixels = managed.pixels(memory);
            return new DecodedFrames(
                    split(pixels, layout.mode(options.toSrgb()), managed.width(), managed.height() / count, count),
                    memory);
        } catch (VipsException e) {
            memory.close();
            throw new CorruptImage(
                    CorruptImage.Stage.PIXELS, "the image's pixels cannot be decoded: " + e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            memory.close();
            throw e;
        }
    }

    private static List<Image> split(MemorySegment pixels, Mode mode, int width, int height, int count) {
        ImageSize size = new ImageSize(width, height);
        long bytes = pixels.byteSize() / count;
        List<Image> frames = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            frames.add(Images.wrap(mode, size, pixels.asSlice(i * bytes, bytes)));
        }
        return frames;
    }
}
