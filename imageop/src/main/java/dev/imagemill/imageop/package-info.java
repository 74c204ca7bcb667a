/**
 * Images in memory after PEP 368: the thirteen modes, images over one contiguous buffer, and the operations that
 * make new images from them.
 *
 * <h2>What an image is</h2>
 *
 * <p>A {@link dev.imagemill.imageop.Mode} says which components a pixel has and how they lie in memory. Together
 * with an {@link dev.imagemill.imageop.ImageSize} it says how many bytes an image has, and an image is these bytes:
 * row-major, without padding, samples of 16 and 32 bits in native byte order and without alignment, planar modes
 * one plane after the other. Mode, size and memory of an image never change; what is in the memory does, and
 * everything that shows it is live: the buffer, the segment, lines, pixels and planes.
 *
 * <p>There are three steps to being an image. An {@link dev.imagemill.imageop.ImageSource} has a mode, a size and a
 * buffer, which is enough to be read by every operation. {@link dev.imagemill.imageop.AbstractImage} makes of
 * these, and of a map for metadata, an {@link dev.imagemill.imageop.Image} with all operations; it is the PEP's
 * {@code ImageMixin}. And {@link dev.imagemill.imageop.Images} makes images of this library's own type, on the
 * heap, in native memory, or over memory that is already there. None is preferred: operations see the memory only.
 *
 * <h2>Where a pixel is</h2>
 *
 * <p>In the PEP an image is a list of lines and a line a list of pixels, indexed as Python indexes lists, x before
 * y, from the top left. Here {@link dev.imagemill.imageop.Image#pixel} and {@link dev.imagemill.imageop.Image#line}
 * count from 0, and their twins whose names end in {@code At} from the end as well. A {@link
 * dev.imagemill.imageop.Slice} is Python's; two of them select an area, which is copied out as a new image or
 * assigned to. Planar images have no pixels, since their components have different sizes; each of their planes is a
 * grey image that has them.
 *
 * <h2>What operations promise</h2>
 *
 * <p>An operation that gives an image makes a new one on the heap, with an empty {@link
 * dev.imagemill.imageop.Image#info()}, and leaves its source as it was; it keeps no reference to it, so native
 * memory may be freed after. Those that change an image ({@code setPixel}, {@code assign}, {@code map}, {@code
 * clip}) give nothing, and change nothing if they throw. A source that shares memory with what is written is read
 * as it was before. Everything observable (rounding, clipping, orientation, behaviour at the edges) is specified
 * where the operation is declared, and does not depend on where the memory is.
 *
 * <p>Component values are unsigned and passed as {@code long}, since {@link dev.imagemill.imageop.Mode#L32} has 32
 * bits. A value has to fit the component's bits; that it lies within {@link dev.imagemill.imageop.Mode#intervals()}
 * is asked for by nobody, and brought about by {@code clip}.
 *
 * <p>What does not make an image (a mode, size, length, value or empty selection) is an {@link
 * dev.imagemill.imageop.ImageFormatException}, a position outside an {@link java.lang.IndexOutOfBoundsException}, a
 * component that the mode has not a {@link java.util.NoSuchElementException}, and what the mode as such does not
 * offer an {@link java.lang.UnsupportedOperationException}. Null is refused everywhere with a {@link
 * java.lang.NullPointerException}.
 *
 * <h2>A first program</h2>
 *
 * {@snippet :
 * Image picture = Images.filled(Mode.RGB, new ImageSize(600, 400), 200, 120, 40);
 * picture.assign(Slice.to(300), Slice.all(), Images.black(Mode.RGB, new ImageSize(300, 400))); // the left half
 * picture.pixel(0, 0).value(255, 255, 255);
 * Image upright = picture.rotate90();                                        // counterclockwise, a new image
 * Image preview = upright.resize(new ImageSize(100, 150), Filter.LANCZOS).convert(Mode.L16);
 * preview.map(value -> 65535 - value);                                       // in place
 * long corner = preview.component(0, 149, 0);                             // x, y, component
 * }
 *
 * <h2>Threads</h2>
 *
 * <p>Images are not synchronised. Threads may read one together, and may set different pixels of it together;
 * whatever else writes has the image to itself.
 */
@NullMarked
package dev.imagemill.imageop;

import org.jspecify.annotations.NullMarked;
