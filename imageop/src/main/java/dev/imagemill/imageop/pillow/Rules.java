package dev.imagemill.imageop.pillow;

import static java.util.Objects.requireNonNull;

import dev.imagemill.imageop.kernel.Expanding;
import dev.imagemill.imageop.kernel.Hue;
import dev.imagemill.imageop.kernel.LabCube;
import dev.imagemill.imageop.kernel.LumaChroma;
import dev.imagemill.imageop.kernel.Numbers;
import dev.imagemill.imageop.kernel.Picking;
import dev.imagemill.imageop.kernel.PixelLuma;
import dev.imagemill.imageop.kernel.Thresholding;
import java.util.Arrays;

/**
 * Which rule leads from one form to another, each pixel by itself: Pillow's direct rule where it has one, otherwise over the base form, L or
 * RGB. What starts from single bytes is worked out once for all 256 of them.
 */
final class Rules {
    private Rules() {}

    static PixelRule between(PixelSource source, Form to) {
        return switch (source.form()) {
            case PALETTE -> ofPalette(requireNonNull(source.palette()), to);
            case BILEVEL -> to == Form.GRAY ? Thresholding::nonZero : new Expanding(ofBilevel(to))::apply;
            case GRAY -> ofGray(to);
            case RGB -> ofRgb(to);
            case GRAY_ALPHA -> to == Form.GRAY ? Picking::firstOfTwo : over(Picking::firstOfTwo, 1, ofGray(to));
            case RGBA -> ofRgba(to);
            case YCBCR -> to == Form.GRAY ? Picking::firstOfThree : overRgb(LumaChroma::toRgb, to);
            case HSV -> overRgb(Hue::toRgb, to);
            case LAB -> overRgb(LabCube.toRgb()::convert, to);
            case INTEGER -> ofInteger(to);
            case FLOAT -> ofFloat(to);
            case GRAY16 -> to == Form.INTEGER ? Numbers::gray16ToInteger : Numbers::gray16ToFloat;
            case GRAY32 -> to == Form.INTEGER ? Numbers::gray32ToInteger : Numbers::gray32ToFloat;
        };
    }

    /** To the luma that is dithered: the grey of grey modes, and of all others what {@link PixelLuma#truncated} says. */
    static PixelRule toDither(PixelSource source) {
        if (source.form().base() == Form.GRAY) {
            return between(source, Form.GRAY);
        }
        return switch (source.form()) {
            case RGB, RGBA -> new PixelLuma(source.form().bytes(), PixelRule.RUN)::truncated;
            default -> between(source, Form.RGB).then(3, new PixelLuma(3, PixelRule.RUN)::truncated);
        };
    }

    /** To the forms that need no more of a colour than luma, from pixels of three or four bytes. */
    private static PixelRule luma(Form to, int step) {
        PixelLuma luma = new PixelLuma(step, PixelRule.RUN);
        return switch (to) {
            case GRAY -> luma::rounded;
            case BILEVEL -> luma::upperHalf;
            case INTEGER -> luma::integers;
            case FLOAT -> luma::fractions;
            default -> throw none(Form.RGB, to);
        };
    }

    private static PixelRule ofRgba(Form to) {
        return switch (to) {
            case GRAY, BILEVEL, INTEGER, FLOAT -> luma(to, 4);
            default -> overRgb(Picking::threeOfFour, to);
        };
    }

    private static PixelRule ofPalette(Palette palette, Form to) {
        byte[] colors = palette.toTable(3);
        return new Expanding(to == Form.RGB ? colors : apply(ofRgb(to), colors, 256, to))::apply;
    }

    private static PixelRule ofRgb(Form to) {
        return switch (to) {
            case YCBCR -> LumaChroma::ofRgb;
            case HSV -> Hue::ofRgb;
            case LAB -> LabCube.toLab()::convert;
            case GRAY, BILEVEL, INTEGER, FLOAT -> luma(to, 3);
            case RGB, RGBA, PALETTE, GRAY16, GRAY32, GRAY_ALPHA -> throw none(Form.RGB, to);
        };
    }

    private static PixelRule ofGray(Form to) {
        return switch (to) {
            case BILEVEL -> Thresholding::upperHalf;
            case INTEGER -> Numbers::grayToInteger;
            case FLOAT -> Numbers::grayToFloat;
            case YCBCR -> new Expanding(apply(LumaChroma::ofGray, ramp(), 256, to))::apply;
            case RGB, LAB, HSV -> ofPalette(Palette.gray(), to);
            case GRAY, GRAY16, GRAY32, GRAY_ALPHA, RGBA, PALETTE -> throw none(Form.GRAY, to);
        };
    }

    private static byte[] ofBilevel(Form to) {
        byte[] levels = new byte[256];
        Arrays.fill(levels, 1, 256, (byte) 255);
        return apply(ofGray(to), levels, 256, to);
    }

    private static PixelRule ofInteger(Form to) {
        return switch (to) {
            case GRAY -> Numbers::integerToGray;
            case GRAY16 -> Numbers::integerToGray16;
            case GRAY32 -> Numbers::integerToGray32;
            case FLOAT -> Numbers::integerToFloat;
            default -> over(Numbers::integerToGray, 1, ofGray(to));
        };
    }

    private static PixelRule ofFloat(Form to) {
        return switch (to) {
            case GRAY -> Numbers::floatToGray;
            case GRAY16 -> Numbers::floatToGray16;
            case GRAY32 -> Numbers::floatToGray32;
            case INTEGER -> Numbers::floatToInteger;
            default -> over(Numbers::floatToGray, 1, ofGray(to));
        };
    }

    private static PixelRule overRgb(PixelRule toRgb, Form to) {
        return to == Form.RGB ? toRgb : over(toRgb, 3, ofRgb(to));
    }

    private static PixelRule over(PixelRule first, int bytes, PixelRule second) {
        return first.then(bytes, second);
    }

    private static byte[] ramp() {
        byte[] ramp = new byte[256];
        for (int v = 0; v < 256; v++) {
            ramp[v] = (byte) v;
        }
        return ramp;
    }

    private static byte[] apply(PixelRule rule, byte[] from, int pixels, Form to) {
        byte[] result = new byte[pixels * to.bytes()];
        rule.apply(from, 0, result, 0, pixels);
        return result;
    }

    private static IllegalArgumentException none(Form from, Form to) {
        return new IllegalArgumentException("no rule for each pixel leads from " + from + " to " + to);
    }
}
