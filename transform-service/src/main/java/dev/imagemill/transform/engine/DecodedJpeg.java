package dev.imagemill.transform.engine;

import dev.imagemill.codec.DecodedPlanes;
import dev.imagemill.codec.JpegPlanes;
import dev.imagemill.contract.pipeline.Output;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A JPEG of which nothing but smaller pictures of halved colour are wanted: luma and colour are scaled as they are stored, and in a JPEG or WebP stored as they
 * are scaled. To bring them to RGB before would take as long as the scaling, which itself takes half as long so.
 */
final class DecodedJpeg implements DecodedSource {
    private final SourcePlan plan;
    private final DecodedPlanes decoded;
    private final ScaledPictures<JpegPlanes> scaled;
    private final ScaledPictures<Image> scaledRgb;

    DecodedJpeg(SourcePlan plan, DecodedPlanes decoded) {
        this.plan = plan;
        this.decoded = decoded;
        this.scaled = new ScaledPictures<>(plan.descent(), this::ofSource, DecodedJpeg::ofLarger);
        this.scaledRgb = new ScaledPictures<>(plan.descent(), this::rgbOfSource, ScaleStep::ofLarger);
    }

    private JpegPlanes ofSource(WholeScale scale) {
        return decoded.planes().scale(width(), height(), scale.size(), ScaleStep.filter(scale.kernel()));
    }

    private Image rgbOfSource(WholeScale scale) {
        return decoded.planes().scaleToRgb(width(), height(), scale.size(), ScaleStep.filter(scale.kernel()));
    }

    /** Of what was decoded, in whose last pixel there may be less than a whole one. */
    private double width() {
        return (double) plan.info().size().width() / plan.reduction();
    }

    private double height() {
        return (double) plan.info().size().height() / plan.reduction();
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
        WholeScale scale = demand.scale().orElseThrow();
        Output output = demand.pipeline().output();
        Turn turn = demand.turn(plan.info());
        boolean stays = Encoding.storesPlanes(output) && turnsInPlace(turn, scale.size());
        Supplier<byte[]> encoding = stays ? planes(scale, turn, output) : rgb(scale, turn, output);
        long begun = System.nanoTime();
        byte[] bytes = encoding.get();
        return new Outcome.Rendered(
                bytes,
                output.format().mediaType(),
                turn.applyTo(scale.size()),
                Duration.ofNanos(System.nanoTime() - begun));
    }

    private Supplier<byte[]> planes(WholeScale scale, Turn turn, Output output) {
        JpegPlanes planes = turned(scaled.get(scale), turn);
        return () -> Encoding.encode(planes, output);
    }

    private Supplier<byte[]> rgb(WholeScale scale, Turn turn, Output output) {
        Image rgb = turn.applyTo(scaledRgb.get(scale));
        return () -> Encoding.encode(rgb, output);
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
