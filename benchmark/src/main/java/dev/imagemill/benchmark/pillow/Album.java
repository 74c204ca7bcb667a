package dev.imagemill.benchmark.pillow;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** The sources of one mode, made and handed to the peer when they are asked for first. */
final class Album {
    private final String mode;
    private final PillowPeer peer;
    private final Map<Scale, Picture> pictures = new EnumMap<>(Scale.class);

    Album(String mode, PillowPeer peer) {
        this.mode = mode;
        this.peer = peer;
    }

    Picture picture(Scale scale) throws IOException {
        Picture picture = pictures.get(scale);
        if (picture == null) {
            picture = Picture.photograph(mode, scale);
            pictures.put(scale, picture);
            peer.load(picture);
        }
        return picture;
    }
}
