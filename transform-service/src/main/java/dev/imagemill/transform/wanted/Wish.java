package dev.imagemill.transform.wanted;

import dev.imagemill.contract.pipeline.FormatNegotiation;
import dev.imagemill.contract.pipeline.Frames;
import dev.imagemill.contract.pipeline.Names;
import dev.imagemill.contract.pipeline.OpenPipeline;
import dev.imagemill.contract.pipeline.OutputFormat;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One thing that is wanted of an image, of which the format may be left to what the client accepts. */
public sealed interface Wish {
    /** Whether the format is left to the client, so that the answer depends on its {@code Accept} header. */
    boolean isOpen();

    /**
     * What is wanted of this source for this client.
     *
     * @param accept the client's {@code Accept} header, or null
     * @param facts asked for only if the format is open
     * @throws ProblemException {@code not-acceptable} if the client accepts no format that would do
     */
    WantedPipeline settle(@Nullable String accept, Supplier<SourceFacts> facts);

    /** A wish that leaves nothing open. */
    record Settled(WantedPipeline wanted) implements Wish {
        @Override
        public boolean isOpen() {
            return false;
        }

        @Override
        public WantedPipeline settle(@Nullable String accept, Supplier<SourceFacts> facts) {
            return wanted;
        }
    }

    /**
     * A wish for the format that suits picture and client best.
     *
     * @param digests finds the digest of an image's file, for pipelines that name images by id
     */
    record Open(OpenPipeline pipeline, Function<UUID, String> digests) implements Wish {
        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public WantedPipeline settle(@Nullable String accept, Supplier<SourceFacts> facts) {
            SourceFacts source = facts.get();
            boolean alpha = Transparency.after(pipeline.operations(), source.alpha());
            OutputFormat format = FormatNegotiation.choose(accept, alpha, source.animated() && !takesOneFrame())
                    .orElseThrow(() -> new ProblemException(
                            ProblemType.NOT_ACCEPTABLE, "none of the formats that suit this picture is acceptable"));
            return named(pipeline.settled(format), digests);
        }

        private boolean takesOneFrame() {
            return pipeline.operations().stream()
                    .anyMatch(operation -> operation instanceof Frames frames && takesOne(frames.indexes()));
        }

        private static boolean takesOne(@Nullable List<Integer> indexes) {
            return indexes != null && indexes.size() == 1;
        }
    }

    /** A pipeline without a name of its own, every image in it named by the digest of its file. */
    static WantedPipeline named(Pipeline pipeline, Function<UUID, String> digests) {
        Pipeline whole = pipeline.withImages(digests);
        return new WantedPipeline(
                Names.ofPipeline(whole), whole, pipeline.images().isEmpty());
    }
}
