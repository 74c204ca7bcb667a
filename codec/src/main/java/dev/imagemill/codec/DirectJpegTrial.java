package dev.imagemill.codec;

import dev.imagemill.codec.machine.Presence;
import dev.imagemill.codec.turbojpeg.TurboJpeg;
import dev.imagemill.codec.vips.VipsUnavailable;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import java.lang.System.Logger.Level;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Puts the machine's TurboJPEG library to the test, once: whether it reads and writes as the libvips of this process does, to the
 * bit. The two come from different hands (a distribution's package and a prebuilt one, each in any version), and a rendition's key
 * says nothing of the machine that makes it, so its bytes must not depend on that.
 */
final class DirectJpegTrial {
    private static final System.Logger LOG = System.getLogger(DirectJpegTrial.class.getName());

    private final DirectJpeg candidate;

    private DirectJpegTrial(DirectJpeg candidate) {
        this.candidate = candidate;
    }

    /** The way that may be taken, in this process and from now on. */
    static DirectJpeg passed() {
        return Outcome.FOUND;
    }

    /** The way that may be taken with what the machine has; says so in the log. */
    static DirectJpeg find(Presence<TurboJpeg> presence) {
        return switch (presence) {
            case Presence.Loaded<TurboJpeg>(TurboJpeg library) -> found(library);
            case Presence.Absent<TurboJpeg>(String reason) -> {
                LOG.log(Level.INFO, "JPEG goes through libvips, not libjpeg-turbo by itself: {0}", reason);
                yield DirectJpeg.NONE;
            }
        };
    }

    private static DirectJpeg found(TurboJpeg library) {
        DirectJpeg allowed = allowed(library);
        LOG.log(
                Level.INFO,
                "JPEG is read through {0} and written through {1}; {2} gives {3} libvips",
                allowed.reads() ? "libjpeg-turbo" : "libvips",
                allowed.writes() ? "libjpeg-turbo" : "libvips",
                library.name(),
                allowed.reads() && allowed.writes() ? "the same bits as" : "other bits than");
        return allowed;
    }

    /** The way through this library, as far as it passes. */
    private static DirectJpeg allowed(TurboJpeg library) {
        DirectJpegTrial trial = new DirectJpegTrial(DirectJpeg.through(library, true, true));
        try {
            List<byte[]> files = new ArrayList<>();
            boolean writes = trial.writesAlike(files);
            return DirectJpeg.through(library, trial.readsAlike(files), writes);
        } catch (CodecException | VipsUnavailable e) {
            return DirectJpeg.NONE;
        }
    }

    /** Whether the same pictures become the same files, which are added to the list. */
    private boolean writesAlike(List<byte[]> files) {
        boolean alike = true;
        for (Mode mode : List.of(Mode.RGB, Mode.L)) {
            Image picture = TrialPicture.of(mode);
            EncodeOptions options = EncodeOptions.of(ImageFormat.JPEG);
            for (EncodeOptions each : List.of(options, options.withQuality(95).withProgressive(true))) {
                byte[] file = Encoder.encode(picture, each, ShortWays.NONE);
                alike &= candidate
                        .encode(picture, each)
                        .filter(own -> Arrays.equals(own, file))
                        .isPresent();
                files.add(file);
            }
        }
        return alike;
    }

    /** Whether the same files become the same pictures, at every scale. */
    private boolean readsAlike(List<byte[]> files) {
        for (byte[] file : files) {
            for (int factor = 1; factor <= 8; factor *= 2) {
                DecodeOptions options = DecodeOptions.DEFAULT.withAtLeast(
                        new ImageSize(TrialPicture.SIZE.width() / factor, TrialPicture.SIZE.height() / factor));
                if (!readsAlike(file, options)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean readsAlike(byte[] file, DecodeOptions options) {
        MemorySegment bytes = MemorySegment.ofArray(file);
        try (DecodedImage expected = Decoder.decode(bytes, options, ShortWays.NONE)) {
            Optional<DecodedImage> own = candidate.decode(JpegHeader.read(bytes, options.limits()), options);
            if (own.isEmpty()) {
                return false;
            }
            try (DecodedImage decoded = own.get()) {
                return decoded.image().size().equals(expected.image().size())
                        && decoded.info().equals(expected.info())
                        && decoded.image().segment().mismatch(expected.image().segment()) < 0;
            }
        }
    }

    /** What came of it, once and for all. */
    private static final class Outcome {
        private static final DirectJpeg FOUND = find(TurboJpeg.presence());
    }
}
