package dev.imagemill.contract.pipeline;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.contract.store.Sha256;
import dev.imagemill.imageop.ImageSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is to be done with an image: operations in their order, then an encoding.
 *
 * @param operations 0..64 operations; {@link Autorotate} only as the first
 * @param output the encoding
 */
public record Pipeline(List<Operation> operations, Output output) {
    /** The greatest width and height of any image, in pixels. */
    public static final int MAX_SIDE = 65_500;

    /** The greatest number of operations. */
    public static final int MAX_OPERATIONS = 64;

    public Pipeline {
        operations = List.copyOf(operations);
        requireNonNull(output, "output is null");
        if (operations.size() > MAX_OPERATIONS) {
            throw new IllegalArgumentException("a pipeline has at most " + MAX_OPERATIONS + " operations");
        }
        if (operations.lastIndexOf(new Autorotate()) > 0) {
            throw new IllegalArgumentException("autorotate may only be the first operation");
        }
    }

    public static Pipeline of(Output output, Operation... operations) {
        return new Pipeline(List.of(operations), output);
    }

    /**
     * The canonical text: compact JSON, each operation with {@code op} first and its other fields in alphabetical order,
     * defaults left out. Two documents that mean the same have the same canonical text.
     */
    public String canonical() {
        return json().toString();
    }

    /**
     * The images that the pipeline names by id. One that names any has no identity yet: whoever takes in pipelines replaces them, by
     * {@link #withImages}.
     */
    public Set<UUID> images() {
        return watermarks().map(Watermark::image).flatMap(Stream::ofNullable).collect(toUnmodifiableSet());
    }

    /** The digests of the files that the pipeline needs besides its source. */
    public Set<String> blobs() {
        return watermarks().map(Watermark::blob).flatMap(Stream::ofNullable).collect(toUnmodifiableSet());
    }

    /** The digests of the colour profiles that the pipeline needs. */
    public Set<String> profiles() {
        return operations.stream()
                .filter(Colorspace.class::isInstance)
                .map(operation -> ((Colorspace) operation).profile())
                .flatMap(Stream::ofNullable)
                .collect(toUnmodifiableSet());
    }

    private Stream<Watermark> watermarks() {
        return operations.stream().filter(Watermark.class::isInstance).map(Watermark.class::cast);
    }

    /**
     * The same pipeline with every image that it names by id named by the digest of its file.
     *
     * @param digests finds the digest of an image's file, 64 hexadecimal digits
     * @throws ProblemException what the function throws, its pointer telling which image
     */
    public Pipeline withImages(Function<UUID, String> digests) {
        List<Operation> named = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            named.add(
                    operations.get(i) instanceof Watermark mark && mark.image() != null
                            ? mark.withBlob(digest(mark.image(), i, digests))
                            : operations.get(i));
        }
        return new Pipeline(named, output);
    }

    private static String digest(UUID image, int index, Function<UUID, String> digests) {
        try {
            return digests.apply(image);
        } catch (ProblemException e) {
            throw new ProblemException(e.problem().within("/operations/" + index + "/image"), e);
        }
    }

    /** The canonical form as a tree. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode steps = json.putArray("operations");
        operations.forEach(operation -> steps.add(operation.json()));
        json.set("output", output.json());
        return json;
    }

    /** The pipeline's identity: the SHA-256 of its canonical text. */
    public String digest() {
        return Sha256.of(canonical());
    }

    /**
     * The size of the result, found without touching a pixel.
     *
     * @param source the source's size as it is stored
     * @param orientation the source's EXIF orientation, 1..8
     * @throws ProblemException if an operation cannot be done, or the output format cannot hold a result so large; the
     *     pointer tells which
     */
    public ImageSize resultSize(ImageSize source, int orientation) {
        ImageSize size = source;
        for (int i = 0; i < operations.size(); i++) {
            size = resultSize(i, size, orientation);
        }
        int maxSide = output.format().maxSide();
        if (size.width() > maxSide || size.height() > maxSide) {
            throw Problem.at(ProblemType.SIDE_TOO_LONG, "/output/format", tooLong(size, maxSide))
                    .exception();
        }
        return size;
    }

    private ImageSize resultSize(int index, ImageSize in, int orientation) {
        try {
            return switch (operations.get(index)) {
                case Autorotate autorotate -> autorotate.resultSize(in, orientation);
                case Operation operation -> operation.resultSize(in);
            };
        } catch (ProblemException e) {
            throw new ProblemException(e.problem().within("/operations/" + index), e);
        }
    }

    private String tooLong(ImageSize size, int maxSide) {
        return "the result is " + size.width() + " x " + size.height() + " pixels, and a side of "
                + output.format().id() + " has at most " + maxSide;
    }
}
