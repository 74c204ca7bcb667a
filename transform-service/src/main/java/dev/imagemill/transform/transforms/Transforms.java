package dev.imagemill.transform.transforms;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.platform.body.Content;
import dev.imagemill.platform.connection.ClientConnection;
import dev.imagemill.transform.admission.Admission;
import dev.imagemill.transform.admission.SharedWork;
import dev.imagemill.transform.bench.Bench;
import dev.imagemill.transform.bench.SourceMaking;
import dev.imagemill.transform.wanted.PipelineReader;
import dev.imagemill.transform.wanted.WantedPipeline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

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
     * What is wanted, each under a name of its own.
     *
     * @throws ProblemException if a text is neither a pipeline nor the name of a preset, or there are too many
     */
    List<WantedPipeline> wanted(List<String> texts) {
        List<WantedPipeline> wanted = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String at = "/" + ImageReceiver.PIPELINE + (texts.size() == 1 ? "" : "/" + i);
            wanted.addAll(pipelines.read(texts.get(i), at));
        }
        if (wanted.size() > mostPipelines) {
            throw ImageReceiver.tooMany(mostPipelines);
        }
        return differentlyNamed(wanted);
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

    /**
     * Makes everything, one answer each in their order.
     *
     * @throws ProblemException {@code too-many-requests} if there is no place for it
     */
    List<Answered> make(ReceivedImage image, List<WantedPipeline> wanted, ClientConnection client) {
        return work.call(new Object(), client, () -> admission.work(() -> make(image, wanted)));
    }

    private List<Answered> make(ReceivedImage image, List<WantedPipeline> wanted) {
        Content content = image.take().orElseThrow();
        List<Integer> all = IntStream.range(0, wanted.size()).boxed().toList();
        return new SourceMaking<>(bench, new PassingImage(content, wanted)).make(all);
    }
}
