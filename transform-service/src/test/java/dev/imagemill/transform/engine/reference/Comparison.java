package dev.imagemill.transform.engine.reference;

import dev.imagemill.contract.pipeline.Operation;
import dev.imagemill.contract.pipeline.PipelineParser;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An operation on a picture, beside what the operation is defined to be.
 *
 * @param operation as a document says it
 * @param before operations that make the picture that it is compared on, from the original; lines of their own compare them
 * @param original what the engine is given
 * @param reference the definition in words
 * @param definition the same in plain arithmetic
 * @param tolerance how far the two may be apart
 */
record Comparison(
        String operation,
        List<String> before,
        Original original,
        String reference,
        UnaryOperator<ExactPicture> definition,
        Tolerance tolerance) {
    /** An operation of the given parameters, in JSON with single quotes. */
    static String op(String op, String parameters) {
        return "{'op':'" + op + "'" + (parameters.isEmpty() ? "" : "," + parameters) + "}";
    }

    static Comparison of(
            String operation,
            Original original,
            String reference,
            UnaryOperator<ExactPicture> definition,
            Tolerance tolerance) {
        return new Comparison(operation, List.of(), original, reference, definition, tolerance);
    }

    Comparison after(String... operations) {
        return new Comparison(operation, List.of(operations), original, reference, definition, tolerance);
    }

    /** The pipeline's operations: what comes before, and the operation itself. */
    List<Operation> operations() {
        return parse(Stream.concat(before.stream(), Stream.of(operation)));
    }

    List<Operation> operationsBefore() {
        return parse(before.stream());
    }

    private static List<Operation> parse(Stream<String> operations) {
        String list = operations.map(each -> each.replace('\'', '"')).collect(Collectors.joining(","));
        return PipelineParser.parse("{\"operations\":[" + list + "],\"output\":{\"format\":\"raw\"}}")
                .operations();
    }

    Measured measure() {
        ExactPicture in =
                before.isEmpty() ? original.picture() : EngineRun.picture(original.file(), operationsBefore());
        ExactPicture actual = EngineRun.picture(original.file(), operations());
        ExactPicture expected = definition.apply(in);
        if (!shape(actual).equals(shape(expected))) {
            throw new AssertionError("made " + shape(actual) + ", and the reference " + shape(expected));
        }
        return tolerance.shown() ? new Measured(actual.asShown(), expected.asShown()) : new Measured(actual, expected);
    }

    private static String shape(ExactPicture picture) {
        return picture.planes().stream()
                        .map(plane -> plane.width() + " x " + plane.height())
                        .toList()
                + " up to " + picture.max() + (picture.alpha() ? " with alpha" : "");
    }

    @Override
    public String toString() {
        return operation + " on " + original.name() + (before.isEmpty() ? "" : " after " + before);
    }
}
