package dev.imagemill.transform.engine;

import dev.imagemill.contract.pipeline.Normalize;
import dev.imagemill.imageop.Image;
import java.util.Optional;

/**
 * The operation {@code normalize}: every component but alpha stretched by the same line, which stretches luminance alike. A picture of nearly one
 * luminance stays as it is: stretched, it would show nothing but noise. Values of 32 bits are seldom meant to fill their range, so of these only
 * pictures of one value do.
 */
record NormalizeStep(Normalize normalize) implements Step {
    private static final double LEAST_SPAN = 0.01;

    @Override
    public void foresee(Forecast forecast) {
        forecast.limitReduction(1);
        forecast.make(forecast.stored());
    }

    @Override
    public Picture apply(Picture picture) {
        Image pixels = picture.pixels();
        Light.require(pixels, normalize.op());
        double max = pixels.mode().maxValue();
        Optional<Luminance.Span> found = Luminance.of(pixels).span(normalize.lower(), normalize.upper());
        if (found.isEmpty()) {
            return picture;
        }
        Luminance.Span span = found.get();
        double length = span.light() - span.dark();
        return length <= (pixels.bitsPerComponent() == Integer.SIZE ? 0 : LEAST_SPAN * max)
                ? picture
                : picture.withPixels(Light.map(pixels, value -> (value - span.dark()) * max / length));
    }
}
