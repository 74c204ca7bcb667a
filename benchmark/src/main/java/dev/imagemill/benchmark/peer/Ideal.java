package dev.imagemill.benchmark.peer;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.DecodeOptions;
import dev.imagemill.codec.DecodedImage;
import dev.imagemill.imageop.Filter;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.Mode;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.stream.IntStream;

/** What renditions are held against: every pixel of the source, decoded at full size and resampled with lanczos3. */
final class Ideal {
    private final Image source;

    Ideal(byte[] file) {
        source = rgb(file);
    }

    /** Least peak signal-to-noise ratio of any of these encoded renditions, in decibels. */
    double leastPsnr(List<byte[]> renditions) {
        return renditions.stream().mapToDouble(this::psnr).min().orElseThrow();
    }

    /** The most that any of these renditions is worse than its counterpart, in decibels; below 0 if all are better. */
    double mostLoss(List<byte[]> renditions, List<byte[]> counterparts) {
        return IntStream.range(0, renditions.size())
                .mapToDouble(i -> psnr(counterparts.get(i)) - psnr(renditions.get(i)))
                .max()
                .orElseThrow();
    }

    private double psnr(byte[] file) {
        Image rendition = rgb(file);
        MemorySegment made = rendition.segment();
        MemorySegment wanted = source.resize(rendition.size(), Filter.LANCZOS).segment();
        double sum = 0;
        for (long i = 0; i < made.byteSize(); i++) {
            int difference =
                    (made.get(ValueLayout.JAVA_BYTE, i) & 0xff) - (wanted.get(ValueLayout.JAVA_BYTE, i) & 0xff);
            sum += (double) difference * difference;
        }
        return 10 * Math.log10(255.0 * 255 * made.byteSize() / sum);
    }

    private static Image rgb(byte[] file) {
        try (DecodedImage decoded = Codec.decode(file, DecodeOptions.DEFAULT)) {
            Image image = decoded.image();
            return image.mode() == Mode.RGB ? image.copy() : image.convert(Mode.RGB);
        }
    }
}
