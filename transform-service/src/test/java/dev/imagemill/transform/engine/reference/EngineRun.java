package dev.imagemill.transform.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.ColorProfile;
import dev.imagemill.codec.DecodeOptions;
import dev.imagemill.codec.DecodedFrames;
import dev.imagemill.codec.Limits;
import dev.imagemill.contract.pipeline.Operation;
import dev.imagemill.contract.pipeline.Output;
import dev.imagemill.contract.pipeline.OutputFormat;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.imageop.Image;
import dev.imagemill.transform.engine.Aids;
import dev.imagemill.transform.engine.DecodedSource;
import dev.imagemill.transform.engine.Engine;
import dev.imagemill.transform.engine.InkProfile;
import dev.imagemill.transform.engine.Outcome;
import dev.imagemill.transform.engine.Source;
import dev.imagemill.transform.engine.SourcePlan;
import java.util.List;

/** Pipelines by the engine, from a file to numbers without loss. */
final class EngineRun {
    private static final Engine ENGINE = new Engine(Limits.DEFAULT);
    private static final Aids AIDS = aids(MarkReferences.MARK, Codec.inkProfile(InkProfile.bytes()));

    private EngineRun() {}

    private static Aids aids(Image mark, ColorProfile ink) {
        return new Aids(_ -> mark, _ -> ink);
    }

    /** What operations make of the picture, or of the frames, in a file. */
    static ExactPicture picture(byte[] file, List<Operation> operations) {
        int frames = Codec.probe(file, Limits.DEFAULT).pages();
        if (frames > 1) {
            return frames(rendered(file, OutputFormat.TIFF, operations).bytes());
        }
        Outcome.Rendered raw = rendered(file, OutputFormat.RAW, operations);
        return ExactPicture.ofRaw(raw.bytes(), raw.mediaType());
    }

    private static Outcome.Rendered rendered(byte[] file, OutputFormat format, List<Operation> operations) {
        Pipeline pipeline = new Pipeline(operations, Output.of(format));
        SourcePlan plan = ENGINE.plan(Source.of(file), List.of(pipeline), AIDS);
        assertThat(plan.refusal(0)).isEmpty();
        try (DecodedSource decoded = plan.decode()) {
            Outcome outcome = decoded.render(0);
            assertThat(outcome).isInstanceOf(Outcome.Rendered.class);
            return (Outcome.Rendered) outcome;
        }
    }

    private static ExactPicture frames(byte[] file) {
        int count = Codec.probe(file, Limits.DEFAULT).pages();
        try (DecodedFrames decoded = Codec.decodeFrames(file, DecodeOptions.DEFAULT, count)) {
            return ExactPicture.ofFrames(
                    decoded.frames().stream().map(ExactPicture::of).toList());
        }
    }
}
