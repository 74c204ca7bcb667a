package dev.imagemill.transform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.contract.event.BlobRef;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ImageBlobsTest {
    private static final UUID IMAGE = new UUID(1, 2);
    private static final BlobRef FIRST = new BlobRef("a".repeat(64), 10, "image/png");
    private static final BlobRef SECOND = new BlobRef("b".repeat(64), 20, "image/png");
    private static final CatalogueProperties PROPERTIES = new CatalogueProperties(
            null, Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofSeconds(1), 2);

    private final Map<UUID, BlobRef> catalogue = new HashMap<>(Map.of(IMAGE, FIRST));
    private Instant now = Instant.EPOCH;
    private boolean away;
    private int questions;
    private final ImageBlobs images = new ImageBlobs(this::ask, PROPERTIES, () -> now);

    private Optional<BlobRef> ask(UUID image) {
        questions++;
        if (away) {
            throw new CatalogueAway("away", null);
        }
        return Optional.ofNullable(catalogue.get(image));
    }

    @Test
    void asksAgainAfterAMoment() {
        assertThat(images.current(IMAGE)).isEqualTo(FIRST);
        catalogue.put(IMAGE, SECOND);
        assertThat(images.current(IMAGE)).isEqualTo(FIRST);
        assertThat(questions).isEqualTo(1);
        now = now.plusSeconds(5);
        assertThat(images.current(IMAGE)).isEqualTo(SECOND);
    }

    @Test
    void makesDoWithAnOldAnswerWhileTheCatalogueIsAway() {
        images.current(IMAGE);
        away = true;
        now = now.plus(Duration.ofMinutes(10)).minusSeconds(1);
        assertThat(images.current(IMAGE)).isEqualTo(FIRST);
        now = now.plusSeconds(1);
        assertProblem(IMAGE, ProblemType.CATALOG_UNAVAILABLE);
    }

    @Test
    void leavesACatalogueThatDoesNotAnswerInPeaceForAMoment() {
        away = true;
        assertProblem(IMAGE, ProblemType.CATALOG_UNAVAILABLE);
        assertProblem(IMAGE, ProblemType.CATALOG_UNAVAILABLE);
        assertThat(questions).isEqualTo(1);
        away = false;
        now = now.plusSeconds(1);
        assertThat(images.current(IMAGE)).isEqualTo(FIRST);
    }

    @Test
    void remembersNoImageThatIsNotThere() {
        UUID other = new UUID(3, 4);
        assertProblem(other, ProblemType.IMAGE_NOT_FOUND);
        catalogue.put(other, SECOND);
        assertThat(images.current(other)).isEqualTo(SECOND);
    }

    @Test
    void forgetsWhatWasNotAskedForLongest() {
        catalogue.put(new UUID(0, 1), FIRST);
        catalogue.put(new UUID(0, 2), FIRST);
        images.current(IMAGE);
        images.current(new UUID(0, 1));
        images.current(IMAGE);
        images.current(new UUID(0, 2));
        images.current(IMAGE);
        assertThat(questions).isEqualTo(3);
        images.current(new UUID(0, 1));
        assertThat(questions).isEqualTo(4);
    }

    private void assertProblem(UUID image, ProblemType type) {
        assertThatThrownBy(() -> images.current(image))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type()).isEqualTo(type));
    }
}
