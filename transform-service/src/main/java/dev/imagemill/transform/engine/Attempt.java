package dev.imagemill.transform.engine;

import dev.imagemill.codec.CodecException;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.ImageFormatException;
import java.util.function.Supplier;

/** Work on a picture that may turn out to be impossible. */
final class Attempt {
    private Attempt() {}

    /** What comes of work on a picture, whatever its faults are. */
    static Outcome at(Supplier<Outcome> work) {
        try {
            return work.get();
        } catch (ProblemException problem) {
            return new Outcome.Refused(problem.problem());
        } catch (UnsupportedOperationException | ImageFormatException unsupported) {
            ProblemType type = ProblemType.UNSUPPORTED_CONVERSION;
            String message = unsupported.getMessage();
            return new Outcome.Refused(Problem.of(type, message == null ? type.title() : message));
        } catch (CodecException refusal) {
            return new Outcome.Refused(CodecProblems.problem(refusal).problem());
        }
    }
}
