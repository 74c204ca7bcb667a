package dev.imagemill.transform.engine;

import dev.imagemill.contract.pipeline.Normalize;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Mode;
import java.util.List;
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
        return applyAll(List.of(picture)).getFirst();
    }

    /** All frames by one line, which goes from the darkest to the lightest of what they would be stretched from alone; else they would flicker. */
    @Override
    public List<Picture> applyAll(List<Picture> frames) {
        Mode mode = frames.getFirst().pixels().mode();
        double max = mode.maxValue();
        List<Luminance.Span> spans =
                frames.stream().flatMap(frame -> span(frame.pixels()).stream()).toList();
        double dark = spans.stream().mapToLong(Luminance.Span::dark).min().orElse(0);
        double light = spans.stream().mapToLong(Luminance.Span::light).max().orElse(0);
        double length = light - dark;
        if (length <= (mode.bitsPerComponent() == Integer.SIZE ? 0 : LEAST_SPAN * max)) {
            return frames;
        }
        return frames.stream()
                .map(frame -> frame.withPixels(Light.map(frame.pixels(), value -> (value - dark) * max / length)))
                .toList();
    }

    private Optional<Luminance.Span> span(Image pixels) {
        Light.require(pixels, normalize.op());
        return Luminance.of(pixels).span(normalize.lower(), normalize.upper());
    }
}
