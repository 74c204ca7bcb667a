package dev.imagemill.contract.pipeline;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The list of all operations. */
final class OperationTypes {
    /** In the order of the documentation. */
    static final List<OperationType> ALL = List.of(
            Autorotate.TYPE,
            Scale.TYPE,
            Crop.TYPE,
            Slice.TYPE,
            Rotate.TYPE,
            Flip.TYPE,
            Transpose.TYPE,
            Pad.TYPE,
            Trim.TYPE,
            Convert.TYPE,
            Colorspace.TYPE,
            Alpha.TYPE,
            Flatten.TYPE,
            Clip.TYPE,
            Split.TYPE,
            Gamma.TYPE,
            Normalize.TYPE,
            Matrix.TYPE,
            MapValues.TYPE,
            Blur.TYPE,
            Sharpen.TYPE,
            Watermark.TYPE,
            Frames.TYPE);

    private static final Map<String, OperationType> BY_OP =
            ALL.stream().collect(toUnmodifiableMap(OperationType::op, Function.identity()));

    private OperationTypes() {}

    static Optional<OperationType> of(String op) {
        return Optional.ofNullable(BY_OP.get(op));
    }

    /** Their words, separated by commas. */
    static String words() {
        return String.join(", ", ALL.stream().map(OperationType::op).toList());
    }
}
