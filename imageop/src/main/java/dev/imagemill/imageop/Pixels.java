package dev.imagemill.imageop;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The pixels of an image or of a line, from the top left in reading order, each a live {@link Pixel} of its own. */
public final class Pixels implements Iterable<Pixel> {
    private final SegmentImage image;
    private final long first;
    private final long count;
    private final int pixelBytes;

    /** @param first number of the first pixel, counted from the image's top left */
    Pixels(SegmentImage image, long first, long count) {
        this.image = image;
        this.first = first;
        this.count = count;
        this.pixelBytes = image.mode().bytesPerPixel();
    }

    /** How many there are. */
    public long count() {
        return count;
    }

    Pixel pixel(long index) {
        return new Pixel(image.mode(), image.segment(), (first + index) * pixelBytes);
    }

    /** Shows the pixels one after the other as one object that moves. */
    void visit(Consumer<? super Pixel> action) {
        Pixel pixel = pixel(0);
        for (long i = 0; i < count; i++) {
            pixel.move((first + i) * pixelBytes);
            action.accept(pixel);
        }
    }

    @Override
    public Iterator<Pixel> iterator() {
        return new Iterator<>() {
            private long next;

            @Override
            public boolean hasNext() {
                return next < count;
            }

            @Override
            public Pixel next() {
                if (next >= count) {
                    throw new NoSuchElementException("there are " + count + " pixels");
                }
                return pixel(next++);
            }
        };
    }

    /** A stream of known size, in order; a parallel one may set pixels, since each is visited once. */
    public Stream<Pixel> stream() {
        return LongStream.range(0, count).mapToObj(this::pixel);
    }

    @Override
    public Spliterator<Pixel> spliterator() {
        return stream().spliterator();
    }
}
