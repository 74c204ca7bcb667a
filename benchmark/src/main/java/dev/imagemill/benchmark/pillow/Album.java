package dev.imagemill.benchmark.pillow;

import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The sources of one mode, made and handed to the peer when they are asked for first. */
final class Album {
    private final String mode;
    private final PillowPeer peer;
    private final Map<Scale, Picture> pictures = new EnumMap<>(Scale.class);
    private final Set<Scale> atPeer = EnumSet.noneOf(Scale.class);

    Album(String mode, PillowPeer peer) {
        this.mode = mode;
        this.peer = peer;
    }

    /** @param forPeer whether the peer needs it too */
    Picture picture(Scale scale, boolean forPeer) throws IOException {
        Picture picture = pictures.get(scale);
        if (picture == null) {
            picture = Picture.of(mode, scale);
            pictures.put(scale, picture);
        }
        if (forPeer && atPeer.add(scale)) {
            peer.load(picture);
        }
        return picture;
    }
}
