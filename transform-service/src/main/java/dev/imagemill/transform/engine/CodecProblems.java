package dev.imagemill.transform.engine;

import dev.imagemill.codec.CodecException;
import dev.imagemill.codec.CorruptImage;
import dev.imagemill.codec.LimitExceeded;
import dev.imagemill.codec.NotAnImage;
import dev.imagemill.codec.UnsupportedImage;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;

/** What the codec refuses, in the words that clients are answered with. */
final class CodecProblems {
    private CodecProblems() {}

    static ProblemException problem(CodecException refusal) {
        String detail = refusal.getMessage() == null ? type(refusal).title() : refusal.getMessage();
        return new ProblemException(Problem.of(type(refusal), detail), refusal);
    }

    private static ProblemType type(CodecException refusal) {
        return switch (refusal) {
            case NotAnImage _ -> ProblemType.NOT_AN_IMAGE;
            case UnsupportedImage _ -> ProblemType.UNSUPPORTED_IMAGE;
            case CorruptImage _ -> ProblemType.CORRUPT_IMAGE;
            case LimitExceeded exceeded ->
                switch (exceeded.limit()) {
                    case BYTES -> ProblemType.TOO_MANY_BYTES;
                    case SIDE -> ProblemType.SIDE_TOO_LONG;
                    case PIXELS -> ProblemType.TOO_MANY_PIXELS;
                    case PAGES -> ProblemType.TOO_MANY_PAGES;
                };
        };
    }
}
