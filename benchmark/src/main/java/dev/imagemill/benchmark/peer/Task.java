package dev.imagemill.benchmark.peer;

import dev.imagemill.benchmark.photograph.Photographs;
import dev.imagemill.codec.ImageFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A piece of work that both sides do.
 *
 * @param repetitions how often it is done in a round
 * @param source a photograph
 */
record Task(String title, int repetitions, Path source, Work work) {
    /** Different work on one photograph, the two first of which are the ones that targets are about. */
    static List<Task> of(Path photograph) throws IOException {
        return List.of(
                new Task("one 400 px JPEG", 30, photograph, Work.of("jpeg", List.of(400))),
                new Task(
                        "eight JPEG, 1600 to 100 px",
                        5,
                        photograph,
                        Work.of("jpeg", List.of(1600, 1200, 1000, 800, 600, 400, 200, 100))),
                new Task("one 400 px WebP", 20, photograph, Work.of("webp", List.of(400))),
                new Task("one 720 px JPEG", 20, photograph, Work.of("jpeg", List.of(720))),
                new Task("one 1200 px JPEG", 10, photograph, Work.of("jpeg", List.of(1200))),
                new Task(
                        "six WebP, 1600 to 100 px",
                        3,
                        photograph,
                        Work.of("webp", List.of(1600, 1200, 800, 400, 200, 100))),
                new Task(
                        "one 400 px JPEG of a PNG",
                        4,
                        Photographs.as(ImageFormat.PNG, photograph),
                        Work.of("jpeg", List.of(400))),
                new Task(
                        "one 400 px JPEG of a WebP",
                        4,
                        Photographs.as(ImageFormat.WEBP, photograph),
                        Work.of("jpeg", List.of(400))));
    }
}
