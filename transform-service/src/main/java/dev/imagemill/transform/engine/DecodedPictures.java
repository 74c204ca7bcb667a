package dev.imagemill.transform.engine;

import static java.util.Objects.requireNonNull;

import dev.imagemill.codec.ColorProfile;
import dev.imagemill.codec.DecodedFrames;
import dev.imagemill.codec.DecodedImage;
import dev.imagemill.codec.ImageMetadata;
import dev.imagemill.codec.Stop;
import dev.imagemill.contract.pipeline.Output;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Mode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A source decoded to pixels, in one picture or in several frames. */
final class DecodedPictures implements DecodedSource {
    private final SourcePlan plan;
    private final ImageMetadata metadata;
    private final Map<Integer, Halvings> frames = new HashMap<>();
    /** Of a source of which one picture is taken. */
    private Optional<ScaledPictures<Image>> scaled = Optional.empty();

    private final List<Runnable> memory = new ArrayList<>();
    /** The same with its colours as they are stored, for the pipelines that want them so. */
    private @Nullable DecodedPictures stored;

    private DecodedPictures(SourcePlan plan, ImageMetadata metadata) {
        this.plan = plan;
        this.metadata = metadata;
    }

    /** Has another decoding of the source serve the pipelines that look at colours as they are stored, and closes it with this one. */
    DecodedPictures withStored(DecodedPictures asStored) {
        stored = asStored;
        memory.add(asStored::close);
        return this;
    }

    /** The profile of pixels as they are stored; empty if they are sRGB, or were brought to it. */
    private Optional<ColorProfile> profile(Image pixels, boolean asStored) {
        boolean ink = pixels.mode() == Mode.CMYK || pixels.mode() == Mode.CMYK64;
        return asStored
                ? metadata.profile().or(() -> ink ? Optional.of(ColorProfile.Space.CMYK.profile()) : Optional.empty())
                : Optional.empty();
    }

    /** Of one picture. */
    static DecodedPictures of(SourcePlan plan, ImageMetadata metadata, boolean asStored, DecodedImage decoded) {
        DecodedPictures source = new DecodedPictures(plan, metadata);
        source.memory.add(decoded::close);
        Image image = decoded.image();
        Halvings picture = new Halvings(plan.info(), source.profile(image, asStored), image, plan.reduction());
        source.frames.put(0, picture);
        source.scaled = Optional.of(new ScaledPictures<>(
                plan.descent(),
                scale -> ScaleStep.whole(picture.start(scale.reduction()), scale),
                ScaleStep::ofLarger));
        return source;
    }

    /** Of several frames, run by run. */
    static DecodedPictures of(
            SourcePlan plan,
            ImageMetadata metadata,
            boolean asStored,
            List<FrameRun> runs,
            Function<FrameRun, DecodedFrames> decoder) {
        DecodedPictures source = new DecodedPictures(plan, metadata);
        try {
            for (FrameRun run : runs) {
                DecodedFrames decoded = decoder.apply(run);
                source.memory.add(decoded::close);
                for (int i = 0; i < run.count(); i++) {
                    Image frame = decoded.frames().get(i);
                    source.frames.put(
                            run.first() + i, new Halvings(plan.info(), source.profile(frame, asStored), frame, 1));
                }
            }
            return source;
        } catch (RuntimeException | Error e) {
            source.close();
            throw e;
        }
    }

    @Override
    public Outcome render(int pipeline) {
        return plan.refusal(pipeline).orElseGet(() -> render(plan.demand(pipeline)));
    }

    private Outcome render(Demand demand) {
        DecodedPictures other = stored;
        if (other != null && demand.asStored()) {
            return other.render(demand);
        }
        return Attempt.at(() -> {
            List<Picture> pictures = pictures(demand);
            Output output = demand.pipeline().output();
            List<Picture> shown = pictures.stream()
                    .map(picture -> Encoding.inHeldColours(picture, output))
                    .toList();
            Stop.check();
            List<Image> results = shown.stream().map(Picture::finish).toList();
            Image first = results.getFirst();
            int orientation = shown.getFirst().orientation();
            ImageMetadata described = metadata.withProfile(shown.getFirst().profile());
            long begun = System.nanoTime();
            byte[] bytes = results.size() == 1
                    ? Encoding.encode(first, output, described, orientation)
                    : Encoding.encode(results, plan.animation(demand.frames()), output, described, orientation);
            return new Outcome.Rendered(
                    bytes,
                    Encoding.mediaType(first, output),
                    first.size(),
                    Duration.ofNanos(System.nanoTime() - begun));
        });
    }

    private List<Picture> pictures(Demand demand) {
        Optional<Image> whole = scaled.flatMap(pictures -> demand.scale().map(pictures::get));
        int reduction = whole.isPresent() ? 1 : demand.reduction();
        List<Picture> pictures = Arrays.stream(demand.frames())
                .mapToObj(frame -> requireNonNull(frames.get(frame)).start(reduction))
                .toList();
        for (int i = 0; i < demand.steps().size(); i++) {
            Step step = demand.steps().get(i);
            if (whole.isPresent() && step instanceof ScaleStep) {
                pictures = List.of(pictures.getFirst().replacedBy(whole.get()));
                whole = Optional.empty();
            } else {
                pictures = apply(step, i, pictures);
            }
        }
        return pictures;
    }

    private static List<Picture> apply(Step step, int index, List<Picture> pictures) {
        Stop.check();
        try {
            return step.applyAll(pictures);
        } catch (ProblemException impossible) {
            throw new ProblemException(impossible.problem().within("/operations/" + index), impossible);
        }
    }

    @Override
    public void close() {
        memory.forEach(Runnable::run);
    }
}
