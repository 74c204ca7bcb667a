package dev.imagemill.codec.plain;

import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** A picture whose header has been read and of whose pixels nothing is known yet. Stateless: it can be read any number of times. */
public interface PlainPicture {
    /** Width and height; not yet held to any limit. */
    ImageSize size();

    /** The mode that the pixels have as they are stored, 8 or 16 bits a component. */
    Mode mode();

    /** The fewest bytes that the whole file can have, by its header; 0 where the header does not tell. */
    long leastBytes();

    /** The ICC profile that the pixels are in, if one is embedded. */
    default Optional<byte[]> profile() {
        return Optional.empty();
    }

    /**
     * Reads the pixels, row by row from the top without padding, samples in native byte order.
     *
     * @param pixels as long as an image of the size and the mode is
     * @throws PlainFormatException if the file is cut off or damaged; then the content of {@code pixels} is undefined
     */
    void read(MemorySegment pixels);
}
