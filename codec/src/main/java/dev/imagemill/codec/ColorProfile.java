package dev.imagemill.codec;

import dev.imagemill.codec.vips.VipsScope;
import dev.imagemill.imageop.Mode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An ICC profile: what the components of an image mean. Immutable. */
public final class ColorProfile {
    private static final int SPACE_AT = 16;
    private static final int SIGNATURE_AT = 36;
    private static final int TEXT_LENGTH = 4;
    private static final int HEADER = 132;

    private final byte[] bytes;

    private ColorProfile(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The profile in these bytes, whatever it is; empty if it is sRGB, which is what pixels are without any. */
    static Optional<ColorProfile> unlessSrgb(byte[] bytes) {
        return new IccProfile(bytes).isSrgb() ? Optional.empty() : Optional.of(new ColorProfile(bytes.clone()));
    }

    /** The profile of an ink, if these bytes are one by their header; whether colours can be taken through it is seen when they are. */
    static ColorProfile ofInk(byte[] bytes) {
        boolean whole = bytes.length >= HEADER && ByteBuffer.wrap(bytes).getInt(0) == bytes.length;
        if (!whole || !text(bytes, SIGNATURE_AT).equals("acsp")) {
            throw new UnsupportedImage("these bytes are not an ICC profile");
        }
        if (!text(bytes, SPACE_AT).equals("CMYK")) {
            throw new UnsupportedImage(
                    "the profile is for \"" + text(bytes, SPACE_AT).strip() + "\", not for CMYK");
        }
        return new ColorProfile(bytes.clone());
    }

    private static String text(byte[] bytes, int at) {
        return new String(bytes, at, TEXT_LENGTH, StandardCharsets.ISO_8859_1);
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
        String space = bytes.length < SPACE_AT + TEXT_LENGTH ? "" : text(bytes, SPACE_AT);
        return switch (mode) {
            case L, L16, LA, LA32 -> space.equals("GRAY");
            case RGB, RGB48, RGBA, RGBA64 -> space.equals("RGB ");
            case CMYK, CMYK64 -> space.equals("CMYK");
            case L32, YV12, JPEG_YV12 -> false;
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ColorProfile profile && Arrays.equals(profile.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** A copy of the profile. */
    public byte[] toArray() {
        return bytes.clone();
    }
}
