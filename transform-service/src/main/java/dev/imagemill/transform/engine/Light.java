package dev.imagemill.transform.engine;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.ComponentFunction;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Mode;
import java.util.Arrays;

/** Pictures whose components are light, grey or red, green and blue: what operations on tones and colours are for. */
final class Light {
    private Light() {}

    /**
     * Refuses ink and video, which would have to become RGB and back, with a loss that nobody asked for.
     *
     * @throws ProblemException {@code unsupported-conversion}
     */
    static void require(Image picture, String operation) {
        switch (picture.mode()) {
            case L, L16, L32, LA, LA32, RGB, RGB48, RGBA, RGBA64 -> {}
            case YV12, JPEG_YV12, CMYK, CMYK64 ->
                throw Problem.at(
                                ProblemType.UNSUPPORTED_CONVERSION,
                                "",
                                operation + " is for grey and RGB, and the image is " + picture.mode()
                                        + " here: convert it first")
                        .exception();
        }
    }

    /** The picture with every component but alpha replaced by its function's value. */
    static Image map(Image picture, ComponentFunction function) {
        Mode mode = picture.mode();
        if (!mode.hasAlpha()) {
            return picture.point(function);
        }
        ComponentFunction[] functions = new ComponentFunction[mode.components()];
        Arrays.fill(functions, function);
        functions[functions.length - 1] = value -> value;
        return picture.point(functions);
    }

    /** The mode of the same depth that has colours. */
    static Mode coloured(Mode mode) {
        return switch (mode) {
            case L -> Mode.RGB;
            case L16, L32 -> Mode.RGB48;
            case LA -> Mode.RGBA;
            case LA32 -> Mode.RGBA64;
            case RGB, RGB48, RGBA, RGBA64, YV12, JPEG_YV12, CMYK, CMYK64 -> mode;
        };
    }
}
