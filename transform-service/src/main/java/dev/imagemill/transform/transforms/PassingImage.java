package dev.imagemill.transform.transforms;

import dev.imagemill.contract.event.Lane;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.platform.body.Content;
import dev.imagemill.transform.bench.Assignment;
import dev.imagemill.transform.bench.Hand;
import dev.imagemill.transform.engine.Outcome;
import dev.imagemill.transform.engine.Source;
import dev.imagemill.transform.wanted.WantedPipeline;
import java.util.List;

/** An image that came with a request and is gone with it, and what is wanted of it. */
record PassingImage(Content content, List<WantedPipeline> wanted) implements Assignment<Answered> {
    @Override
    public String sha256() {
        return content.sha256();
    }

    @Override
    public long bytes() {
        return content.bytes();
    }

    @Override
    public Lane lane() {
        return Lane.INTERACTIVE;
    }

    @Override
    public List<Pipeline> pipelines() {
        return wanted.stream().map(WantedPipeline::pipeline).toList();
    }

    @Override
    public Source fetch(Hand hand) {
        return switch (content) {
            case Content.InMemory memory -> Source.of(memory.data());
            case Content.InFile file -> Source.of(file.path());
        };
    }

    @Override
    public void release() {
        content.close();
    }

    @Override
    public Answered finish(int index, Outcome.Rendered rendered) {
        WantedPipeline made = wanted.get(index);
        return new Answered.Picture(
                made.name(), made.pipeline().output().format().extension(), rendered);
    }

    @Override
    public Answered refuse(int index, Problem problem) {
        return new Answered.Refused(wanted.get(index).name(), problem);
    }
}
