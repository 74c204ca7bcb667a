package dev.imagemill.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** Puts colour profiles together: a header, a table of tags, their contents. */
final class IccProfiles {
    static final double[] SRGB_RED = {0.43607, 0.22249, 0.01392};
    static final double[] SRGB_GREEN = {0.38515, 0.71687, 0.09708};
    static final double[] SRGB_BLUE = {0.14307, 0.06061, 0.71410};

    private final Map<String, byte[]> tags = new LinkedHashMap<>();

    /** The profile that an sRGB picture may carry. */
    static IccProfiles srgb() {
        return new IccProfiles().colors(SRGB_RED, SRGB_GREEN, SRGB_BLUE).curves(srgbFormula());
    }

    IccProfiles colors(double[] red, double[] green, double[] blue) {
        tags.put("rXYZ", color(red));
        tags.put("gXYZ", color(green));
        tags.put("bXYZ", color(blue));
        return this;
    }

    IccProfiles curves(byte[] curve) {
        tags.put("rTRC", curve);
        tags.put("gTRC", curve);
        tags.put("bTRC", curve);
        return this;
    }

    IccProfiles with(String signature, byte[] content) {
        tags.put(signature, content);
        return this;
    }

    static byte[] color(double... xyz) {
        ByteBuffer content = ByteBuffer.allocate(20).put(ascii("XYZ ")).putInt(0);
        for (double value : xyz) {
            content.putInt(fixed(value));
        }
        return content.array();
    }

    static byte[] srgbFormula() {
        return formula(3, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045);
    }

    static byte[] formula(int kind, double... parameters) {
        ByteBuffer content = ByteBuffer.allocate(12 + 4 * parameters.length).put(ascii("para"));
        content.putInt(0).putShort((short) kind).putShort((short) 0);
        for (double parameter : parameters) {
            content.putInt(fixed(parameter));
        }
        return content.array();
    }

    static byte[] table(int count, DoubleUnaryOperator curve) {
        ByteBuffer content =
                ByteBuffer.allocate(12 + 2 * count).put(ascii("curv")).putInt(0).putInt(count);
        for (int i = 0; i < count; i++) {
            content.putShort((short) Math.round(65_535 * curve.applyAsDouble((double) i / Math.max(1, count - 1))));
        }
        return content.array();
    }

    byte[] bytes() {
        int size = 132 + 12 * tags.size();
        for (byte[] content : tags.values()) {
            size += content.length;
        }
        ByteBuffer profile = ByteBuffer.allocate(size).putInt(0, size);
        profile.put(8, new byte[] {4, 0x30}).put(12, ascii("mntrRGB XYZ ")).put(36, ascii("acsp"));
        profile.position(128).putInt(tags.size());
        int offset = 132 + 12 * tags.size();
        for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
            profile.put(ascii(tag.getKey())).putInt(offset).putInt(tag.getValue().length);
            profile.put(offset, tag.getValue());
            offset += tag.getValue().length;
        }
        return profile.array();
    }

    private static int fixed(double value) {
        return (int) Math.round(value * 65_536);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
