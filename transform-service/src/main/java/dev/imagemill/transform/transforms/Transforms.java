package dev.imagemill.transform.transforms;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.platform.body.Content;
import dev.imagemill.platform.connection.ClientConnection;
import dev.imagemill.transform.admission.Admission;
import dev.imagemill.transform.admission.SharedWork;
import dev.imagemill.transform.bench.Bench;
import dev.imagemill.transform.bench.SourceGlance;
import dev.imagemill.transform.bench.SourceMaking;
import dev.imagemill.transform.wanted.PipelineReader;
import dev.imagemill.transform.wanted.SourceFacts;
import dev.imagemill.transform.wanted.WantedPipeline;
import dev.imagemill.transform.wanted.Wish;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes what a request wants of the image that it brought. */
final class Transforms {
    private final Bench bench;
    private final Admission admission;
    private final PipelineReader pipelines;
    private final int mostPipelines;
    private final SharedWork<Object, List<Answered>> work = new SharedWork<>();

    Transforms(Bench bench, Admission admission, PipelineReader pipelines, int mostPipelines) {
        this.bench = bench;
        this.admission = admission;
        this.pipelines = pipelines;
        this.mostPipelines = mostPipelines;
    }

    /**
     * What is wanted.
     *
     * @throws ProblemException if a text is neither a pipeline nor the name of a preset, or there are too many
     */
    List<Wish> wishes(List<String> texts) {
        List<Wish> wishes = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String at = "/" + ImageReceiver.PIPELINE + (texts.size() == 1 ? "" : "/" + i);
            wishes.addAll(pipelines.read(texts.get(i), at));
        }
        if (wishes.size() > mostPipelines) {
            throw ImageReceiver.tooMany(mostPipelines);
        }
        return wishes;
    }

    /**
     * Makes everything, one answer each in their order.
     *
     * @param accept the client's {@code Accept} header
     * @throws ProblemException {@code too-many-requests} if there is no place for it
     */
    List<Answered> make(ReceivedImage image, List<Wish> wishes, @Nullable String accept, ClientConnection client) {
        return work.call(new Object(), client, () -> admission.work(() -> make(image, wishes, accept)));
    }

    private List<Answered> make(ReceivedImage image, List<Wish> wishes, @Nullable String accept) {
        Content content = image.take().orElseThrow();
        PassingImage passing = new PassingImage(content, settled(wishes, accept, content));
        List<Integer> all = IntStream.range(0, wishes.size()).boxed().toList();
        return new SourceMaking<>(bench, passing).make(all);
    }

    /** Each under a name of its own. Until the image is handed on it is closed here if something goes wrong. */
    private List<WantedPipeline> settled(List<Wish> wishes, @Nullable String accept, Content content) {
        try {
            Optional<SourceFacts> facts = wishes.stream().anyMatch(Wish::isOpen)
                    ? Optional.of(SourceFacts.of(SourceGlance.at(new PassingImage(content, List.of()), bench)))
                    : Optional.empty();
            return differentlyNamed(wishes.stream()
                    .map(wish -> wish.settle(accept, facts::orElseThrow))
                    .toList());
        } catch (RuntimeException e) {
            content.close();
            throw e;
        }
    }

    private static List<WantedPipeline> differentlyNamed(List<WantedPipeline> wanted) {
        Set<String> names = new HashSet<>();
        List<WantedPipeline> named = new ArrayList<>();
        for (WantedPipeline each : wanted) {
            String name = each.name();
            for (int i = 2; !names.add(name); i++) {
                name = each.name() + "-" + i;
            }
            named.add(new WantedPipeline(name, each.pipeline(), each.fixed()));
        }
        return named;
    }
}
