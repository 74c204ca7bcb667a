package dev.imagemill.codec;

import dev.imagemill.codec.machine.Presence;
import dev.imagemill.codec.vips.VipsUnavailable;
import dev.imagemill.codec.webp.WebP;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Mode;
import java.lang.System.Logger.Level;
import java.util.Arrays;

/**
 * Puts the machine's libwebp to the test, once: whether it writes as the one in the libvips of this process does, to the bit, at every effort. A rendition's
 * key says nothing of the machine that makes it, so its bytes must not depend on that.
 */
final class DirectWebPTrial {
    private static final System.Logger LOG = System.getLogger(DirectWebPTrial.class.getName());

    private static final int[] QUALITIES = {50, 80, 95};

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
        boolean alike = writesAlike(candidate);
        LOG.log(
                Level.INFO,
                "Lossy WebP is written through {0}; {1} gives {2} libvips",
                alike ? "libwebp" : "libvips",
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

    /** What came of it, once and for all. */
    private static final class Outcome {
        private static final DirectWebP FOUND = find(WebP.presence());
    }
}
