package dev.imagemill.contract.pipeline;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the format of a picture that a caller left open, by the caller's {@code Accept} header (RFC 9110, section 12.5.1).
 *
 * <p>AVIF and WebP are only chosen if the header names them: clients that cannot show them send {@code *}{@code /*}, too. Among what
 * is acceptable the highest quality value wins, and of equals the format that is smaller at the same quality: AVIF, WebP, then JPEG
 * or, where a picture is transparent, PNG. Of an animation WebP and GIF keep the frames. An answer depends on the header, so it
 * must say {@code Vary: Accept}.
 */
public final class FormatNegotiation {
    private static final String ANYTHING = "*/*";
    private static final String ANY_IMAGE = "image/*";

    private FormatNegotiation() {}

    /**
     * The format to answer in.
     *
     * @param accept the header's value, several of them joined by commas; null or blank if there is none, which accepts everything
     * @param alpha whether the picture has transparent pixels
     * @param animated whether it has several frames
     * @return empty if the caller accepts none of the formats that would do, which is for {@code 406}
     */
    public static Optional<OutputFormat> choose(@Nullable String accept, boolean alpha, boolean animated) {
        List<Range> ranges = ranges(accept);
        OutputFormat best = null;
        double most = 0;
        for (OutputFormat format : candidates(alpha, animated)) {
            double quality = quality(ranges, format);
            if (quality > most) {
                most = quality;
                best = format;
            }
        }
        return Optional.ofNullable(best);
    }

    /** What would do, the preferred first. */
    private static List<OutputFormat> candidates(boolean alpha, boolean animated) {
        if (animated) {
            return List.of(OutputFormat.WEBP, OutputFormat.GIF);
        }
        return alpha
                ? List.of(OutputFormat.AVIF, OutputFormat.WEBP, OutputFormat.PNG)
                : List.of(OutputFormat.AVIF, OutputFormat.WEBP, OutputFormat.JPEG, OutputFormat.PNG);
    }

    /** The most specific range that fits decides, whatever its value. */
    private static double quality(List<Range> ranges, OutputFormat format) {
        Optional<Double> named = quality(ranges, format.mediaType());
        boolean mustBeNamed = format == OutputFormat.AVIF || format == OutputFormat.WEBP;
        if (named.isPresent() || mustBeNamed) {
            return named.orElse(0.0);
        }
        return quality(ranges, ANY_IMAGE).or(() -> quality(ranges, ANYTHING)).orElse(0.0);
    }

    private static Optional<Double> quality(List<Range> ranges, String type) {
        return ranges.stream()
                .filter(range -> range.type().equals(type))
                .map(Range::quality)
                .max(Double::compare);
    }

    private static List<Range> ranges(@Nullable String accept) {
        if (accept == null || accept.isBlank()) {
            return List.of(new Range(ANYTHING, 1));
        }
        return List.of(accept.split(",", -1)).stream().map(Range::parse).toList();
    }

    /**
     * One element of the header.
     *
     * @param type the media type or a wildcard, in lower case
     * @param quality 0 to 1
     */
    private record Range(String type, double quality) {
        /** Parameters but {@code q} are passed over; a {@code q} that is no number is 1, as if it were not there. */
        static Range parse(String element) {
            String[] parts = element.split(";", -1);
            double quality = 1;
            for (int i = 1; i < parts.length; i++) {
                String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
                if (parameter.matches("q\\s*=\\s*[01](?:\\.\\d{0,3})?")) {
                    quality = Math.min(1, Double.parseDouble(parameter.substring(parameter.indexOf('=') + 1)));
                }
            }
            return new Range(parts[0].strip().toLowerCase(Locale.ROOT), quality);
        }
    }
}
