package dev.imagemill.transform.engine;

import dev.imagemill.codec.ColorProfile;
import dev.imagemill.codec.ImageInfo;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A decoded picture and its halvings, as far as any pipeline wanted them. Safe for any number of threads. */
final class Halvings {
    private final ImageInfo info;
    private final Optional<ColorProfile> profile;
    private final int reduction;
    private final List<Image> halvings = new ArrayList<>();

    /**
     * @param info what the file's header says
     * @param profile that the decoded pixels are in; empty for sRGB
     * @param decoded the picture, maybe smaller
     * @param allowed how much the decoder was allowed to reduce it
     */
    Halvings(ImageInfo info, Optional<ColorProfile> profile, Image decoded, int allowed) {
        this.info = info;
        this.profile = profile;
        this.reduction = reduction(info.size(), decoded.size(), allowed);
        halvings.add(decoded);
    }

    /** The picture averaged as far as a pipeline allows, twice the pixels that it needs being left in each direction. */
    Picture start(int mostReduction) {
        int halved = 0;
        while ((long) reduction << (halved + 2) <= mostReduction) {
            halved++;
        }
        return new Picture(halving(halved), info.size(), reduction << halved, Turn.NONE, info.orientation(), profile);
    }

    private synchronized Image halving(int times) {
        while (halvings.size() <= times) {
            halvings.add(halvings.getLast().reduce(2, 2));
        }
        return halvings.get(times);
    }

    /** By how much the decoder did reduce the picture, of which less than was allowed it is right, too. */
    private static int reduction(ImageSize stored, ImageSize decoded, int allowed) {
        for (int by = allowed; by >= 1; by--) {
            if (Picture.isReduced(stored, by, decoded)) {
                return by;
            }
        }
        throw new IllegalStateException("the decoder made " + decoded + " of " + stored);
    }
}
