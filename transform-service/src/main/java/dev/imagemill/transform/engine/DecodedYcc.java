package dev.imagemill.transform.engine;

import dev.imagemill.codec.DecodedPlanes;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.codec.YccPlanes;
import dev.imagemill.contract.pipeline.Kernel;
import dev.imagemill.contract.pipeline.Output;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.ResizeOptions;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A JPEG or lossy WebP of which nothing but smaller pictures of halved colour are wanted: luma and colour are scaled as they are stored, and in a JPEG or WebP
 * stored as they are scaled. To bring them to RGB before would take as long as the scaling, which itself takes half as long so.
 */
final class DecodedYcc implements DecodedSource {
    /** How many times as many pixels as are wanted averaging leaves in each direction. */
    private static final double LEFT_BY_AVERAGING = 2.5;

    private final SourcePlan plan;
    private final DecodedPlanes decoded;
    private final ScaledPictures<YccPlanes> scaled;
    private final ScaledPictures<Image> scaledRgb;

    DecodedYcc(SourcePlan plan, DecodedPlanes decoded) {
        this.plan = plan;
        this.decoded = decoded;
        this.scaled = new ScaledPictures<>(plan.descent(), this::ofSource, DecodedYcc::ofLarger);
        this.scaledRgb = new ScaledPictures<>(plan.descent(), this::rgbOfSource, ScaleStep::ofLarger);
    }

    private YccPlanes ofSource(WholeScale scale) {
        return decoded.planes().scale(width(), height(), scale.size(), options(scale));
    }

    private Image rgbOfSource(WholeScale scale) {
        return decoded.planes().scaleToRgb(width(), height(), scale.size(), options(scale));
    }

    /** A JPEG's decoder leaves little to average over blocks before; any other may have been decoded in its full size. */
    private ResizeOptions options(WholeScale scale) {
        ResizeOptions options = ResizeOptions.of(ScaleStep.filter(scale.kernel()));
        boolean averaged = !isJpeg() && scale.kernel() != Kernel.BOX;
        return averaged ? options.withReducingGap(LEFT_BY_AVERAGING) : options;
    }

    /** Of what was decoded; in a JPEG's last pixel there may be less than a whole one. */
    private double width() {
        ImageSize all = decoded.planes().size();
        return isJpeg() ? (double) plan.info().size().width() / plan.reduction() : all.width();
    }

    private double height() {
        ImageSize all = decoded.planes().size();
        return isJpeg() ? (double) plan.info().size().height() / plan.reduction() : all.height();
    }

    private boolean isJpeg() {
        return plan.info().format() == ImageFormat.JPEG;
    }

    private static YccPlanes ofLarger(YccPlanes larger, WholeScale scale) {
        ImageSize whole = larger.size();
        return larger.scale(
                whole.width(), whole.height(), scale.size(), ResizeOptions.of(ScaleStep.filter(scale.kernel())));
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
        YccPlanes planes = turned(scaled.get(scale), turn);
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

    private static YccPlanes turned(YccPlanes planes, Turn turn) {
        return new YccPlanes(
                turn.applyTo(planes.luma()),
                turn.applyTo(planes.blue()),
                turn.applyTo(planes.red()),
                planes.across(),
                planes.down(),
                planes.levels());
    }

    @Override
    public void close() {
        decoded.close();
    }
}
