package dev.imagemill.ingest.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.EncodeOptions;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.contract.event.ImageUploaded;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.contract.store.ObjectKeys;
import dev.imagemill.contract.store.Sha256;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import dev.imagemill.ingest.receive.Field;
import dev.imagemill.ingest.receive.Fields;
import dev.imagemill.ingest.receive.ReceivedFile;
import dev.imagemill.ingest.settings.IngestProperties;
import dev.imagemill.platform.blobstore.BlobStoreUnavailable;
import dev.imagemill.platform.blobstore.InMemoryBlobStore;
import dev.imagemill.platform.body.Content;
import dev.imagemill.platform.eventbus.EventBus;
import dev.imagemill.platform.eventbus.EventBusUnavailable;
import dev.imagemill.platform.eventbus.OutgoingEvent;
import dev.imagemill.platform.trace.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import tools.jackson.databind.json.JsonMapper;

class UploadsTest {
    private static final byte[] PNG = png(30);
    private static final byte[] OTHER = png(31);
    private static final IdempotencyKey KEY = new IdempotencyKey("a key");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final InMemoryBlobStore store = new InMemoryBlobStore();
    private final RecordingBus bus = new RecordingBus();
    private final Prober prober = new Prober(new Binder().bindOrCreate("imagemill.ingest", IngestProperties.class));
    private final Uploads uploads = new Uploads(
            new WishReader(new PublishedPresets(store, Instant::now, Duration.ZERO)),
            new Inspector(prober),
            new IdempotentAnswers(store, new JsonMapper()),
            new BlobKeeper(store, 2, Traces.OFF),
            new Announcer(bus, () -> Instant.parse("2026-01-01T00:00:00.123456Z")),
            new UploadMeters(registry));

    @AfterEach
    void close() {
        prober.close();
    }

    @Test
    void storesBeforeItAnnounces() {
        UploadAnswer answer = take(null, file("a.png", PNG), file("b.png", OTHER));

        assertThat(answer.errors()).isEmpty();
        assertThat(answer.images()).extracting(AcceptedImage::duplicate).containsExactly(false, false);
        assertThat(bus.published).hasSize(2);
        ImageUploaded event = (ImageUploaded) bus.published.getFirst().event().data();
        assertThat(event.imageId()).isEqualTo(answer.images().getFirst().id());
        assertThat(event.blob().sha256()).isEqualTo(Sha256.of(PNG));
        assertThat(event.uploadedAt()).isEqualTo("2026-01-01T00:00:00.123Z");
        assertThat(bus.published.getFirst().key()).isEqualTo(event.imageId().toString());
    }

    @Test
    void countsWhatIsAcknowledgedAndWhatIsRefused() {
        take(null, file("a.png", PNG), file("b.png", OTHER), file("c.png", new byte[] {1, 2, 3}));
        take(null, file("a.png", PNG));
        bus.available = false;
        assertThatThrownBy(() -> take(null, file("d.png", PNG))).isInstanceOf(EventBusUnavailable.class);

        assertThat(images("stored")).isEqualTo(2);
        assertThat(images("duplicate")).isEqualTo(1);
        assertThat(images("refused")).isEqualTo(1);
        assertThat(registry.get("imagemill.ingest.bytes").counter().count()).isEqualTo(2 * PNG.length + OTHER.length);
    }

    private double images(String outcome) {
        return registry.get("imagemill.ingest.images")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    @Test
    void announcesNothingWhenTheStoreFails() {
        store.setAvailable(false);

        assertThatThrownBy(() -> take(null, file("a.png", PNG))).isInstanceOf(BlobStoreUnavailable.class);
        assertThat(bus.published).isEmpty();
    }

    @Test
    void keepsNoAnswerWhenAnnouncingFails() {
        bus.available = false;
        assertThatThrownBy(() -> take(KEY, file("a.png", PNG))).isInstanceOf(EventBusUnavailable.class);
        assertThat(store.exists(ObjectKeys.idempotency(KEY.value()))).isFalse();

        bus.available = true;
        UploadAnswer answer = take(KEY, file("a.png", PNG));
        assertThat(answer.images()).hasSize(1);
        assertThat(bus.published).hasSize(1);
    }

    @Test
    void givesTheSameIdsWhenTheAnswerWasNotKept() {
        UUID first = take(KEY, file("a.png", PNG)).images().getFirst().id();
        store.delete(ObjectKeys.idempotency(KEY.value()));

        assertThat(take(KEY, file("a.png", PNG)).images().getFirst().id()).isEqualTo(first);
        assertThat(first.version()).isEqualTo(8);
        assertThat(bus.published).hasSize(2);
        assertThat(bus.published).extracting(event -> event.event().id()).containsOnly(first.toString());
    }

    @Test
    void givesEachPlaceInARequestAnIdOfItsOwn() {
        assertThat(take(KEY, file("a.png", PNG), file("b.png", PNG)).images())
                .extracting(AcceptedImage::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void repeatsErrorsWithTheAnswer() {
        UploadAnswer first = take(KEY, file("a.png", PNG), file("b.png", "text".getBytes(UTF_8)));

        assertThat(take(KEY, file("a.png", PNG), file("b.png", "text".getBytes(UTF_8))))
                .isEqualTo(first);
        assertThat(first.errors()).hasSize(1);
        assertThat(bus.published).hasSize(1);
    }

    @Test
    void refusesAnotherRequestUnderTheSameKey() {
        take(KEY, file("a.png", PNG));

        assertProblem(ProblemType.IDEMPOTENCY_KEY_REUSED, KEY, Map.of(), file("a.png", OTHER));
        assertProblem(ProblemType.IDEMPOTENCY_KEY_REUSED, KEY, Map.of(), file("b.png", PNG));
        assertProblem(ProblemType.IDEMPOTENCY_KEY_REUSED, KEY, Map.of(), file("a.png", PNG), file("b.png", PNG));
    }

    @Test
    void givesTheNameOfTheFieldToASingleFile() {
        Fields fields = Fields.of(Map.of(Field.NAME, "x/harbour.png"));

        assertThat(uploads.take(List.of(file("a.png", PNG)), fields, null)
                        .images()
                        .getFirst()
                        .name())
                .isEqualTo("harbour.png");
    }

    @Test
    void refusesOneNameForSeveralFiles() {
        assertProblem(
                ProblemType.INVALID_REQUEST,
                null,
                Map.of(Field.NAME, "harbour.png"),
                file("a.png", PNG),
                file("b.png", OTHER));
    }

    @Test
    void refusesANameThatLiesAboutTheType() {
        assertProblem(ProblemType.MEDIA_TYPE_MISMATCH, null, Map.of(Field.NAME, "harbour.jpg"), file("a", PNG));
        assertProblem(ProblemType.MEDIA_TYPE_MISMATCH, null, Map.of(Field.NAME, "harbour"), file("a.pdf", PNG));
        assertThat(store.list("")).isEmpty();
    }

    private UploadAnswer take(@Nullable IdempotencyKey key, ReceivedFile... files) {
        return uploads.take(List.of(files), Fields.of(Map.of()), key);
    }

    private void assertProblem(
            ProblemType type, @Nullable IdempotencyKey key, Map<Field, String> fields, ReceivedFile... files) {
        assertThatThrownBy(() -> uploads.take(List.of(files), Fields.of(fields), key))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type()).isEqualTo(type));
    }

    private static ReceivedFile file(String filename, byte[] data) {
        return new ReceivedFile.Whole(filename, null, new Content.InMemory(data, Sha256.of(data)));
    }

    private static byte[] png(int width) {
        return Codec.encode(Images.filled(Mode.L, new ImageSize(width, 20), 99), EncodeOptions.of(ImageFormat.PNG));
    }

    /** An event bus that sees whether the blob of each event is there before it takes it. */
    private final class RecordingBus implements EventBus {
        private final List<OutgoingEvent> published = new ArrayList<>();
        private boolean available = true;

        @Override
        public void publishAll(List<OutgoingEvent> events) {
            if (!available) {
                throw new EventBusUnavailable("stopped by the test", null);
            }
            for (OutgoingEvent event : events) {
                ImageUploaded data = (ImageUploaded) event.event().data();
                assertThat(store.exists(ObjectKeys.blob(data.blob().sha256()))).isTrue();
                published.add(event);
            }
        }
    }
}
