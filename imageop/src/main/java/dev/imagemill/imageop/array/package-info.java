/**
 * Arrays of numbers, as NumPy and PyTorch have them: {@code .npy} files, and the way from arrays to images and back.
 *
 * <p>A {@link dev.imagemill.imageop.array.NumberArray} is a type, a shape, two orders and a piece of memory. The orders are what {@code .npy}
 * leaves open: of the bytes in an element, and of the elements in memory. Reading a file does not touch its numbers; they are swapped
 * and moved when they become samples.
 *
 * <p>An image has an array's axes in one of three {@linkplain dev.imagemill.imageop.array.ArrayLayout layouts}. Fortran order doubles them, but an
 * array in Fortran order is the array over the same memory in C order with its axes reversed, so {@code HWC} in Fortran order is {@code CHW} of the
 * transposed image: two ways of reading and a transposition serve all.
 *
 * <p>There are two ways from numbers to samples. {@linkplain dev.imagemill.imageop.array.ArrayImages#exact Exact}: unsigned integers are
 * samples as they are, and the result converts back to the same array. {@linkplain dev.imagemill.imageop.array.ArrayImages#normalize
 * Normalising}: numbers of any type are brought to 8 bits by their range, as W&amp;B's {@code Image} does with arrays and tensors. That rule guesses, and
 * can guess wrong (a dark picture of integers 0 and 1 becomes black and white); it is here so that a client who relies on it gets the same
 * pixels. What the rule would print is returned as warnings.
 *
 * {@snippet :
 * NumberArray numbers = ArrayImages.toArray(photo, ArrayLayout.CHW);         // of shape (3, height, width)
 * Npy.write(numbers, folder.resolve("photo.npy"));                           // as numpy.save does
 * Image again = ArrayImages.exact(Npy.read(folder.resolve("photo.npy")), ArrayLayout.CHW);
 * }
 */
@NullMarked
package dev.imagemill.imageop.array;

import org.jspecify.annotations.NullMarked;
