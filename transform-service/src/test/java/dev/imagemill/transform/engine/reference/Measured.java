package dev.imagemill.transform.engine.reference;

import dev.imagemill.imageop.Mode;
import dev.imagemill.transform.engine.Pictures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * A result and what it should be, of one shape.
 *
 * @param actual what the engine made
 * @param expected what the definition says
 */
record Measured(ExactPicture actual, ExactPicture expected) {
    private static final Path FOLDER = Path.of("target/exactness");

    /** The largest difference, in steps of the component. */
    double most() {
        return IntStream.range(0, actual.planes().size())
                .mapToDouble(i -> reduced(i, difference -> difference, Math::max))
                .max()
                .orElseThrow();
    }

    /** The peak signal-to-noise ratio in dB; infinite if there is no difference. */
    double psnr() {
        double squares = 0;
        long samples = 0;
        for (int i = 0; i < actual.planes().size(); i++) {
            squares += reduced(i, difference -> difference * difference, Double::sum);
            samples += (long) actual.plane(i).width() * actual.plane(i).height();
        }
        return 10 * Math.log10(actual.max() * actual.max() * samples / squares);
    }

    private double reduced(int plane, DoubleUnaryOperator function, DoubleBinaryOperator with) {
        Plane one = actual.plane(plane);
        double result = 0;
        for (int y = 0; y < one.height(); y++) {
            for (int x = 0; x < one.width(); x++) {
                double difference =
                        Math.abs(one.at(x, y) - expected.plane(plane).at(x, y));
                result = with.applyAsDouble(result, function.applyAsDouble(difference));
            }
        }
        return result;
    }

    /** Leaves both for somebody to look at, as grey pictures of their planes one below the other. */
    void save(String name) {
        try {
            Files.createDirectories(FOLDER);
            Files.write(FOLDER.resolve(name + "-actual.png"), png(actual));
            Files.write(FOLDER.resolve(name + "-expected.png"), png(expected));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] png(ExactPicture picture) {
        int planes = picture.planes().size();
        int height = picture.height();
        return Pictures.png(Original.image(Mode.L, picture.width(), planes * height, (x, y, c) -> {
            Plane plane = picture.plane(y / height);
            return plane.holds(x, y % height) ? Math.round(plane.at(x, y % height) * 255 / picture.max()) : 0;
        }));
    }
}
