package dev.imagemill.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class StopTest {
    /** Rendered tile by tile, 36 of them. */
    private static byte[] longDrawing() {
        return ("<svg xmlns='http://www.w3.org/2000/svg' width='12000' height='12000'>"
                        + "<circle opacity='0.1' r='9000' cx='6000' cy='6000'/>".repeat(8) + "</svg>")
                .getBytes(UTF_8);
    }

    @Test
    void endsADecodingThatGoesOnInAnotherThread() throws Exception {
        byte[] drawing = longDrawing();
        Stop stop = new Stop();
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                stop.during(() -> Codec.decode(drawing, DecodeOptions.DEFAULT));
                end.completeExceptionally(new AssertionError("it came to its end"));
            } catch (Throwable stopped) {
                end.complete(stopped);
            }
        });
        Thread.sleep(500);
        assertThat(end).as("not broken, and long").isNotDone();

        stop.now();

        assertThat(end.get(100, TimeUnit.SECONDS)).isInstanceOf(CorruptImage.class);
        thread.join();
        assertThat(Codec.probe(drawing, Limits.DEFAULT).size()).isEqualTo(new ImageSize(12_000, 12_000));
    }

    @Test
    void endsAnEncodingThatGoesOnInAnotherThread() throws Exception {
        byte[] samples = new byte[9000 * 9000 * 3];
        new Random(4).nextBytes(samples);
        Image noise = Images.of(Mode.RGB, new ImageSize(9000, 9000), samples);
        Stop stop = new Stop();
        CompletableFuture<byte[]> encoding = CompletableFuture.supplyAsync(() -> {
            try {
                return stop.during(() -> Codec.encode(noise, EncodeOptions.of(ImageFormat.PNG)));
            } catch (Exception stopped) {
                throw new IllegalStateException(stopped);
            }
        });
        Thread.sleep(200);
        stop.now();
        assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> encoding.get(100, TimeUnit.SECONDS));
    }

    @Test
    void keepsStoppedWorkFromBeginning() {
        Stop stop = new Stop();
        stop.now();
        byte[] png = Codec.encode(Pictures.waves(Mode.RGB, 20, 20), EncodeOptions.of(ImageFormat.PNG));
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> stop.during(() -> Codec.decode(png, DecodeOptions.DEFAULT)));
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> stop.during(() -> {
                    Stop.check();
                    return "";
                }));
    }

    @Test
    void leavesOtherWorkAlone() throws Exception {
        Stop stopped = new Stop();
        stopped.now();
        byte[] png = Codec.encode(Pictures.waves(Mode.RGB, 20, 20), EncodeOptions.of(ImageFormat.PNG));
        try (DecodedImage decoded = new Stop().during(() -> Codec.decode(png, DecodeOptions.DEFAULT))) {
            assertThat(decoded.image().size()).isEqualTo(new ImageSize(20, 20));
        }
        Stop.check();
    }
}
