package dev.imagemill.codec;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.imagemill.codec.machine.Presence;
import dev.imagemill.codec.vips.VipsUnavailable;
import dev.imagemill.codec.webp.WebP;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Mode;
import java.lang.System.Logger.Level;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Optional;

/**
 * Puts the machine's libwebp to the test, once: whether it writes as the one in the libvips of this process does, to the bit, at every effort, and takes luma
 * and colour for the same. A rendition's key says nothing of the machine that makes it, so its bytes must not depend on that.
 */
final class DirectWebPTrial {
    private static final System.Logger LOG = System.getLogger(DirectWebPTrial.class.getName());

    private static final int[] QUALITIES = {1, 50, 80, 95, 100};
    private static final EncodeOptions FINE = EncodeOptions.of(ImageFormat.WEBP).withQuality(95);

    /** How far samples of two ways may lie apart on average, of 255. */
    private static final int NEAR = 4;

    private DirectWebPTrial() {}

    /** The way that may be taken, in this process and from now on. */
    static DirectWebP passed() {
        return Outcome.FOUND;
    }

    /** The way that may be taken with what the machine has; says so in the log. */
    static DirectWebP find(Presence<WebP> presence) {
        return switch (presence) {
            case Presence.Loaded<WebP>(WebP library) -> found(library);
            case Presence.Absent<WebP>(String reason) -> {
                LOG.log(Level.INFO, "WebP goes through libvips, not libwebp by itself: {0}", reason);
                yield DirectWebP.NONE;
            }
        };
    }

    private static DirectWebP found(WebP library) {
        DirectWebP candidate = DirectWebP.through(library);
        boolean alike = writesAlike(candidate) && takesPlanes(candidate);
        LOG.log(
                Level.INFO,
                "Lossy WebP is written, and read to luma and colour, through {0}; {1} gives {2} libvips",
                alike ? "libwebp" : "libvips alone",
                library.name(),
                alike ? "the same bits as" : "other bits than");
        return alike ? candidate : DirectWebP.NONE;
    }

    private static boolean writesAlike(DirectWebP candidate) {
        Image picture = TrialPicture.of(Mode.RGB);
        EncodeOptions options = EncodeOptions.of(ImageFormat.WEBP);
        ImageFormat.EffortRange efforts = ImageFormat.WEBP.effort();
        try {
            for (int effort = efforts.least(); effort <= efforts.most(); effort++) {
                for (int quality : QUALITIES) {
                    EncodeOptions each = options.withEffort(effort).withQuality(quality);
                    byte[] file = Encoder.encode(picture, each, ShortWays.NONE);
                    if (candidate
                            .encode(picture, each)
                            .filter(own -> Arrays.equals(own, file))
                            .isEmpty()) {
                        return false;
                    }
                }
            }
            return true;
        } catch (CodecException | VipsUnavailable e) {
            return false;
        }
    }

    /** Whether planes mean the same here and there: read from a file of libvips, and in a file that libvips reads. */
    private static boolean takesPlanes(DirectWebP candidate) {
        try {
            byte[] file = Encoder.encode(TrialPicture.of(Mode.RGB), FINE, ShortWays.NONE);
            MemorySegment bytes = MemorySegment.ofArray(file);
            Optional<DecodedPlanes> decoded = candidate.decodePlanes(bytes, DecodeOptions.DEFAULT);
            if (decoded.isEmpty()) {
                return false;
            }
            try (DecodedPlanes planes = decoded.get();
                    DecodedImage expected = Decoder.decode(bytes, DecodeOptions.DEFAULT, ShortWays.NONE)) {
                return near(planes.planes().toRgb(), expected.image())
                        && candidate
                                .encode(planes.planes(), FINE)
                                .filter(again -> decodesNear(again, expected.image()))
                                .isPresent();
            }
        } catch (CodecException | VipsUnavailable e) {
            return false;
        }
    }

    private static boolean decodesNear(byte[] file, Image expected) {
        try (DecodedImage decoded =
                Decoder.decode(MemorySegment.ofArray(file), DecodeOptions.DEFAULT, ShortWays.NONE)) {
            return near(decoded.image(), expected);
        }
    }

    private static boolean near(Image image, Image expected) {
        long difference = 0;
        long samples = image.segment().byteSize();
        for (long i = 0; i < samples; i++) {
            difference += Math.abs((image.segment().get(JAVA_BYTE, i) & 0xff)
                    - (expected.segment().get(JAVA_BYTE, i) & 0xff));
        }
        return image.size().equals(expected.size()) && difference <= NEAR * samples;
    }

    /** What came of it, once and for all. */
    private static final class Outcome {
        private static final DirectWebP FOUND = find(WebP.presence());
    }
}
