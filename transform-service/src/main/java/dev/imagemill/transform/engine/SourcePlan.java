package dev.imagemill.transform.engine;

import dev.imagemill.codec.Animation;
import dev.imagemill.codec.Codec;
import dev.imagemill.codec.CodecException;
import dev.imagemill.codec.DecodeOptions;
import dev.imagemill.codec.DecodedPlanes;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.codec.ImageInfo;
import dev.imagemill.codec.ImageMetadata;
import dev.imagemill.codec.Limits;
import dev.imagemill.contract.pipeline.MetadataPolicy;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.imageop.ImageSize;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What has to be done with one source: which pipelines are possible, and at what scale to decode it, once, for all of them.
 *
 * <p>The scale. A JPEG can be decoded at 1/2, 1/4 or 1/8 of its size for a fraction of the work, because its blocks of 8 x 8
 * frequencies can be turned into fewer pixels. It is decoded at the smallest scale that leaves every pipeline clearly more
 * pixels than its first scale operation makes: at 1/2 if that turns three or more pixels into one in each direction, at 1/4 if five, at
 * 1/8 if nine. A WebP without alpha is scaled by its decoder as well, by the same rule, as far as its sides can be divided by that. Other formats have to be
 * decoded whole in any case. A PNG or TIFF of more than
 * {@value #KEPT_WHOLE} pixels is averaged over blocks while it streams out of the decoder, so that it does not lie in
 * memory, as far as that leaves every pipeline twice the pixels it scales to in each direction.
 *
 * <p>If any pipeline takes more than the first frame of an animation or document, all frames that any wants are decoded in full size.
 *
 * <p>From what was decoded each pipeline takes its own way: first averaged over blocks of a power of two, as long as twice the
 * pixels are left, then resampled. So a rendition of a source that is neither JPEG nor WebP is the same whatever is made with it. Of a JPEG,
 * whose renditions are most of all work, the smaller ones are resampled from the larger ones of its company where that keeps what matters, see
 * {@link Descent}. Where luma and colour are scaled as they are stored, a WebP's are averaged by whole factors instead. So one of them may differ by rounding, and also because company that needs a larger scale changes what it is averaged from.
 */
public final class SourcePlan {
    private static final long KEPT_WHOLE = 8_000_000;
    private static final int MOST_JPEG_REDUCTION = 8;

    /** Frames of so many bytes in all are decoded together, rather than that a decoder begins anew to come to the next one wanted. */
    private static final long CHEAP_BYTES = 64L << 20;

    private final Source source;
    private final ImageInfo info;
    private final Limits limits;
    private final List<Entry> entries;
    private final SourceFrames sourceFrames;
    private final Descent descent;

    /** A pipeline that can be done, or the reason why not. */
    private sealed interface Entry {
        record Possible(Demand demand) implements Entry {}

        record Impossible(Problem problem) implements Entry {}

        /** One that another plan is for. */
        record Elsewhere() implements Entry {}
    }

    SourcePlan(Source source, ImageInfo info, Limits limits, List<Pipeline> pipelines, Aids aids) {
        this.source = source;
        this.info = info;
        this.limits = limits;
        this.sourceFrames = new SourceFrames(source, limits);
        this.entries = pipelines.stream().map(pipeline -> entry(pipeline, aids)).toList();
        this.descent = descend();
    }

    private SourcePlan(SourcePlan whole, List<Entry> entries) {
        this.source = whole.source;
        this.info = whole.info;
        this.limits = whole.limits;
        this.sourceFrames = whole.sourceFrames;
        this.entries = entries;
        this.descent = descend();
    }

    /** The plan for some of the pipelines, as if nothing else were wanted. They keep their positions. */
    public SourcePlan only(Collection<Integer> pipelines) {
        return new SourcePlan(
                this,
                IntStream.range(0, entries.size())
                        .mapToObj(i -> pipelines.contains(i) ? entries.get(i) : new Entry.Elsewhere())
                        .toList());
    }

    private Descent descend() {
        return new Descent(
                info.format() == ImageFormat.JPEG
                        ? possible().stream()
                                .flatMap(demand -> demand.scale().stream())
                                .toList()
                        : List.of());
    }

    private Entry entry(Pipeline pipeline, Aids aids) {
        try {
            int[] frames = new FrameChoice(info, limits, sourceFrames).of(pipeline);
            return new Entry.Possible(Demand.of(pipeline, info, limits.maxPixels(), aids, frames));
        } catch (ProblemException impossible) {
            return new Entry.Impossible(impossible.problem());
        }
    }

    /** Which scaled pictures are made of other ones. */
    Descent descent() {
        return descent;
    }

    /** How these frames follow one another. */
    Animation animation(int... frames) {
        return sourceFrames.animation().orElseThrow().select(frames);
    }

    private NavigableSet<Integer> frames() {
        NavigableSet<Integer> frames = new TreeSet<>();
        possible().forEach(demand -> Arrays.stream(demand.frames()).forEach(frames::add));
        return frames;
    }

    /** The frames to decode; empty if only the first is wanted, which is decoded like an image that has no others. */
    private List<FrameRun> runs() {
        NavigableSet<Integer> frames = frames();
        if (frames.isEmpty() || frames.getLast() == 0) {
            return List.of();
        }
        long frameBytes = info.size().pixels() * info.mode().bytesPerPixel();
        return FrameRun.of(frames, CHEAP_BYTES / frameBytes);
    }

    /** What the source's header says. */
    public ImageInfo info() {
        return info;
    }

    /** Why a pipeline cannot be done on a source of this size; empty if it can. */
    public Optional<Outcome> refusal(int pipeline) {
        return switch (entries.get(pipeline)) {
            case Entry.Possible _ -> Optional.empty();
            case Entry.Impossible impossible -> Optional.of(new Outcome.Refused(impossible.problem()));
            case Entry.Elsewhere _ -> throw elsewhere(pipeline);
        };
    }

    /** Whether any pipeline is possible, so that the source must be decoded. */
    public boolean needsPixels() {
        return entries.stream().anyMatch(Entry.Possible.class::isInstance);
    }

    /** Estimate of the memory that decoding and all pipelines together take, in bytes, the source itself included. */
    public long memory() {
        long pixel = info.mode().bytesPerPixel();
        ImageSize decoded = reduced(reduction());
        int decodedFrames =
                Math.max(1, runs().stream().mapToInt(FrameRun::count).sum());
        long bytes = source.memory()
                + decoded.pixels() * pixel * decodedFrames * (wantsStored() || mayBeLarger() ? 2 : 1)
                + info.size().pixels() * pixel * heldWhole();
        for (Demand demand : possible()) {
            bytes += 2 * demand.peakPixels() * pixel * demand.frames().length;
        }
        for (WholeScale kept : descent.shared()) {
            bytes += kept.size().pixels() * pixel;
        }
        return bytes;
    }

    /** A WebP's luma and colour, of half as many samples as RGB, may be four times as many pixels, as colour must be reduced to whole samples, too. */
    private boolean mayBeLarger() {
        return info.format() == ImageFormat.WEBP && reduction() > 1 && wantsPlanes();
    }

    /** How often a decoder holds the whole picture while it works, in pixels of the result's mode. */
    private int heldWhole() {
        return switch (info.format()) {
            // Frequencies, two bytes each.
            case JPEG -> info.interlaced() ? 2 : 0;
            case PNG -> info.interlaced() ? 1 : 0;
            case TIFF, BMP, TGA, HDR, PNM -> 0;
            // Photoshop's ink is decoded before it becomes RGB, an array's numbers before they are an image.
            case WEBP -> reduction() == 1 ? 1 : 0;
            case AVIF, GIF, SVG, PSD, ICO, NPY, RAW -> 1;
        };
    }

    /**
     * Decodes the source.
     *
     * @throws ProblemException if it turns out to be broken
     */
    public DecodedSource decode() {
        try {
            Optional<DecodedPlanes> planes = decodePlanes();
            return planes.isPresent() ? new DecodedYcc(this, planes.get()) : decodePictures();
        } catch (CodecException refusal) {
            throw CodecProblems.problem(refusal);
        }
    }

    private Optional<DecodedPlanes> decodePlanes() {
        return wantsPlanes() ? source.decodePlanes(options(true).withAtLeast(hint(reduction()))) : Optional.empty();
    }

    /** Whether luma and colour are enough, of a source that may have them. */
    private boolean wantsPlanes() {
        boolean possible = switch (info.format()) {
            case JPEG -> true;
            case WEBP -> info.pages() == 1 && !info.mode().hasAlpha();
            case PNG, AVIF, GIF, TIFF, SVG, BMP, TGA, HDR, PSD, ICO, PNM, NPY, RAW -> false;
        };
        return possible
                && Codec.writesPlanes(info.format())
                && possible().stream().allMatch(Demand::keepsHalvedColour);
    }

    private DecodedPictures decodePictures() {
        ImageMetadata metadata = metadata();
        if (possible().stream().allMatch(Demand::asStored)) {
            return decode(metadata, true);
        }
        DecodedPictures managed = decode(metadata, false);
        return wantsStored() ? withStored(managed, metadata) : managed;
    }

    private DecodeOptions options(boolean toSrgb) {
        return DecodeOptions.DEFAULT.withLimits(limits).withToSrgb(toSrgb);
    }

    private DecodedPictures withStored(DecodedPictures managed, ImageMetadata metadata) {
        try {
            return managed.withStored(decode(metadata, true));
        } catch (CodecException e) {
            managed.close();
            throw e;
        }
    }

    private DecodedPictures decode(ImageMetadata metadata, boolean asStored) {
        DecodeOptions options = options(!asStored);
        List<FrameRun> runs = runs();
        return runs.isEmpty()
                ? DecodedPictures.of(this, metadata, asStored, source.decode(options.withAtLeast(hint(reduction()))))
                : DecodedPictures.of(
                        this,
                        metadata,
                        asStored,
                        runs,
                        run -> source.decodeFrames(options.withPage(run.first()), run.count()));
    }

    private boolean wantsStored() {
        return possible().stream().anyMatch(Demand::asStored);
    }

    /** What the source says beyond pixels, if any pipeline is about it. */
    private ImageMetadata metadata() {
        boolean kept = possible().stream()
                .anyMatch(demand -> demand.pipeline().output().metadata() != MetadataPolicy.STRIP);
        return kept || wantsStored() ? source.metadata(limits) : ImageMetadata.NONE;
    }

    /** The size hint that makes the decoder reduce by so much. Where it averages blocks it leaves twice the hint. */
    private @Nullable ImageSize hint(int reduction) {
        if (reduction == 1) {
            return null;
        }
        boolean toTheHint = info.format() == ImageFormat.JPEG || info.format() == ImageFormat.WEBP;
        int by = toTheHint ? reduction : 2 * reduction;
        return new ImageSize(
                Math.max(1, info.size().width() / by), Math.max(1, info.size().height() / by));
    }

    /** By how much the source is reduced while it is decoded, a power of two. */
    int reduction() {
        if (!runs().isEmpty()) {
            return 1;
        }
        return switch (info.format()) {
            case JPEG -> Math.min(least(Demand::jpegReduction), MOST_JPEG_REDUCTION);
            case PNG, TIFF -> info.size().pixels() <= KEPT_WHOLE ? 1 : Math.max(1, least(Demand::reduction) / 2);
            case WEBP -> wholeParts(least(Demand::jpegReduction));
            case AVIF, GIF, SVG, BMP, TGA, HDR, PSD, ICO, PNM, NPY, RAW -> 1;
        };
    }

    /** By how much a picture can be reduced to a whole number of pixels in both directions, a power of two: a WebP's decoder stretches what is left over. */
    private int wholeParts(int most) {
        if (info.mode().hasAlpha()) {
            return 1;
        }
        int sides = info.size().width() | info.size().height();
        return Math.min(most, Integer.lowestOneBit(sides));
    }

    private int least(ToIntFunction<Demand> reduction) {
        return possible().stream().mapToInt(reduction).min().orElse(1);
    }

    Demand demand(int pipeline) {
        return switch (entries.get(pipeline)) {
            case Entry.Possible possible -> possible.demand();
            case Entry.Impossible impossible -> throw impossible.problem().exception();
            case Entry.Elsewhere _ -> throw elsewhere(pipeline);
        };
    }

    private static IllegalArgumentException elsewhere(int pipeline) {
        return new IllegalArgumentException("this plan is not for the pipeline " + pipeline);
    }

    private List<Demand> possible() {
        List<Demand> demands = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry instanceof Entry.Possible possible) {
                demands.add(possible.demand());
            }
        }
        return demands;
    }

    private ImageSize reduced(int by) {
        return new ImageSize(
                Math.ceilDiv(info.size().width(), by), Math.ceilDiv(info.size().height(), by));
    }
}
