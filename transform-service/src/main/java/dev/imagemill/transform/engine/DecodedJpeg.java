package dev.imagemill.transform.engine;

import dev.imagemill.codec.DecodedPlanes;
import dev.imagemill.codec.JpegPlanes;
import dev.imagemill.contract.pipeline.Output;
import dev.imagemill.imageop.ImageSize;
import java.time.Duration;

/**
 * A JPEG of which nothing but smaller JPEGs are wanted: luma and colour are scaled as they are stored, and stored as they are scaled. To bring them
 * to RGB between would take as long as the scaling, which itself takes half as long so.
 */
final class DecodedJpeg implements DecodedSource {
    private final SourcePlan plan;
    private final DecodedPlanes decoded;
    private final ScaledPictures<JpegPlanes> scaled;

    DecodedJpeg(SourcePlan plan, DecodedPlanes decoded) {
        this.plan = plan;
        this.decoded = decoded;
        this.scaled = new ScaledPictures<>(plan.descent(), this::ofSource, DecodedJpeg::ofLarger);
    }

    private JpegPlanes ofSource(WholeScale scale) {
        ImageSize whole = plan.info().size();
        int reduction = plan.reduction();
        return decoded.planes()
                .scale(
                        (double) whole.width() / reduction,
                        (double) whole.height() / reduction,
                        scale.size(),
                        ScaleStep.filter(scale.kernel()));
    }

    private static JpegPlanes ofLarger(JpegPlanes larger, WholeScale scale) {
        ImageSize whole = larger.size();
        return larger.scale(whole.width(), whole.height(), scale.size(), ScaleStep.filter(scale.kernel()));
    }

    @Override
    public Outcome render(int pipeline) {
        return plan.refusal(pipeline).orElseGet(() -> Attempt.at(() -> render(plan.demand(pipeline))));
    }

    private Outcome render(Demand demand) {
        JpegPlanes planes = scaled.get(demand.scale().orElseThrow());
        Output output = demand.pipeline().output();
        Turn turn = demand.turn(plan.info());
        ImageSize size = turn.applyTo(planes.size());
        long begun = System.nanoTime();
        byte[] bytes = turnsInPlace(turn, planes.size())
                ? Encoding.encode(turned(planes, turn), output)
                : Encoding.encode(turn.applyTo(planes.toRgb()), output);
        return new Outcome.Rendered(
                bytes, output.format().mediaType(), size, Duration.ofNanos(System.nanoTime() - begun));
    }

    /** Whether samples of colour stay with the pixels that share them: of an odd number of pixels the last one has its own, and must not become the first. */
    private static boolean turnsInPlace(Turn turn, ImageSize size) {
        boolean even = size.width() % 2 == 0 && size.height() % 2 == 0;
        return even || turn == Turn.NONE || turn == Turn.TRANSPOSE;
    }

    private static JpegPlanes turned(JpegPlanes planes, Turn turn) {
        return new JpegPlanes(
                turn.applyTo(planes.luma()),
                turn.applyTo(planes.blue()),
                turn.applyTo(planes.red()),
                planes.across(),
                planes.down());
    }

    @Override
    public void close() {
        decoded.close();
    }
}
