package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.imageop.WeightsShelf.Wish;
import org.junit.jupiter.api.Test;

class WeightsShelfTest {
    private final WeightsShelf shelf = new WeightsShelf();

    private static Wish wish(int lines, double to, int outputs) {
        return new Wish(Filter.LANCZOS, lines, 0, to, outputs);
    }

    @Test
    void givesTheSameWeightsForTheSameWish() {
        Weights weights = shelf.get(wish(100, 100, 30));
        assertThat(shelf.get(wish(100, 100, 30))).isSameAs(weights);
        assertThat(weights.values())
                .isEqualTo(Weights.compute(Filter.LANCZOS, 100, 0, 100, 30).values());
    }

    @Test
    void tellsWishesApart() {
        Weights weights = shelf.get(wish(100, 100, 30));
        assertThat(shelf.get(wish(100, 99.5, 30))).isNotSameAs(weights);
        assertThat(shelf.get(wish(101, 100, 30))).isNotSameAs(weights);
        assertThat(shelf.get(wish(100, 100, 31))).isNotSameAs(weights);
        assertThat(shelf.get(new Wish(Filter.BOX, 100, 0, 100, 30))).isNotSameAs(weights);
    }

    @Test
    void forgetsWhatWasNotWantedForTheLongestTime() {
        Weights first = shelf.get(wish(100, 100, 1));
        Weights second = shelf.get(wish(100, 100, 2));
        for (int outputs = 3; outputs <= 33; outputs++) {
            assertThat(shelf.get(wish(100, 100, 1))).isSameAs(first);
            shelf.get(wish(100, 100, outputs));
        }
        assertThat(shelf.get(wish(100, 100, 1))).isSameAs(first);
        assertThat(shelf.get(wish(100, 100, 2))).isNotSameAs(second);
    }

    @Test
    void keepsNothingThatIsLarge() {
        assertThat(shelf.get(wish(9000, 9000, 6000))).isNotSameAs(shelf.get(wish(9000, 9000, 6000)));
    }
}
