package dev.imagemill.codec;

import dev.imagemill.codec.vips.VipsScope;
import dev.imagemill.imageop.Mode;
import java.util.Optional;

/** An ICC profile: what the components of an image mean. Immutable. */
public final class ColorProfile {
    private static final int SPACE_AT = 16;
    private static final int SPACE_END = 20;

    private final byte[] bytes;

    private ColorProfile(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The profile in these bytes, whatever it is; empty if it is sRGB, which is what pixels are without any. */
    static Optional<ColorProfile> unlessSrgb(byte[] bytes) {
        return new IccProfile(bytes).isSrgb() ? Optional.empty() : Optional.of(new ColorProfile(bytes.clone()));
    }

    /** A colour space that has a profile of its own. */
    public enum Space {
        SRGB("srgb"),
        DISPLAY_P3("p3"),
        CMYK("cmyk");

        private final String builtIn;

        Space(String builtIn) {
            this.builtIn = builtIn;
        }

        /** The name that libvips knows its profile by. */
        String builtIn() {
            return builtIn;
        }

        /** Its profile. */
        public ColorProfile profile() {
            try (VipsScope scope = new VipsScope()) {
                return new ColorProfile(
                        scope.operation("profile_load").with("name", builtIn).bytes("profile"));
            }
        }
    }

    /** Whether pixels of this mode can be in it: grey, RGB or ink, by what the profile's header says. */
    public boolean fits(Mode mode) {
        String space = bytes.length < SPACE_END
                ? ""
                : new String(bytes, SPACE_AT, SPACE_END - SPACE_AT, java.nio.charset.StandardCharsets.ISO_8859_1);
        return switch (mode) {
            case L, L16, LA, LA32 -> space.equals("GRAY");
            case RGB, RGB48, RGBA, RGBA64 -> space.equals("RGB ");
            case CMYK, CMYK64 -> space.equals("CMYK");
            case L32, YV12, JPEG_YV12 -> false;
        };
    }

    /** A copy of the profile. */
    public byte[] toArray() {
        return bytes.clone();
    }
}
