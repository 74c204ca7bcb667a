package dev.imagemill.transform.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import org.junit.jupiter.api.Test;

class MarkShelfTest {
    private final MarkShelf shelf = new MarkShelf(300, (_, _, _) -> {
        throw new AssertionError("nothing is fetched here");
    });

    private static Image mark(int bytes) {
        return Images.create(Mode.L, new ImageSize(bytes, 1));
    }

    @Test
    void forgetsWhatWasNotUsedForTheLongestTime() {
        shelf.keep("a", mark(100));
        shelf.keep("b", mark(100));
        shelf.keep("c", mark(100));
        assertThat(shelf.find("a")).isPresent();
        shelf.keep("d", mark(101));
        assertThat(shelf.find("a")).isPresent();
        assertThat(shelf.find("b")).isEmpty();
        assertThat(shelf.find("c")).isEmpty();
        assertThat(shelf.find("d")).isPresent();
    }

    @Test
    void countsOneThatIsPutTwiceOnce() {
        for (int i = 0; i < 10; i++) {
            shelf.keep("a", mark(100));
        }
        shelf.keep("b", mark(200));
        assertThat(shelf.find("a")).isPresent();
        assertThat(shelf.find("b")).isPresent();
    }

    @Test
    void keepsNothingThatIsLargerThanItself() {
        shelf.keep("a", mark(301));
        assertThat(shelf.find("a")).isEmpty();
        shelf.keep("b", mark(300));
        assertThat(shelf.find("b")).isPresent();
    }
}
