package dev.imagemill.transform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.codec.Limits;
import dev.imagemill.contract.pipeline.Operation;
import dev.imagemill.contract.pipeline.Output;
import dev.imagemill.contract.pipeline.OutputFormat;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.imageop.Image;
import java.util.List;

/** Pictures taken through the whole engine, from a file to a file, both without loss. */
final class Rendering {
    private static final Engine ENGINE = new Engine(Limits.DEFAULT);

    private Rendering() {}

    static Outcome outcome(byte[] source, OutputFormat format, Operation... operations) {
        Pipeline pipeline = Pipeline.of(Output.of(format), operations);
        return ENGINE.render(Source.of(source), List.of(pipeline)).getFirst();
    }

    /** What the operations make of a picture, by way of PNG. */
    static Image render(Image source, Operation... operations) {
        return Pictures.decode(bytes(outcome(Pictures.png(source), OutputFormat.PNG, operations)));
    }

    static byte[] bytes(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Rendered.class);
        return ((Outcome.Rendered) outcome).bytes();
    }

    /** Why the operations cannot be done on a picture. */
    static Problem refusal(Image source, Operation... operations) {
        Outcome outcome = outcome(Pictures.png(source), OutputFormat.PNG, operations);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).problem();
    }

    static void assertEqual(Image actual, Image expected) {
        assertThat(Pictures.psnr(actual, expected)).isInfinite();
    }
}
