package dev.imagemill.benchmark.pillow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CatalogueTest {
    @Test
    void hasEveryOperationOnce() {
        assertThat(Catalogue.all())
                .extracting(operation -> operation.title(Scale.SMALL))
                .doesNotHaveDuplicates();
    }

    @Test
    void hasACopyForEveryOperationThatIsComparedWithIt() {
        assertThat(Catalogue.all())
                .filteredOn(Operation::onlyMoves)
                .allSatisfy(operation -> assertThat(Catalogue.all())
                        .anyMatch(copy -> copy.isCopy() && copy.mode().equals(operation.mode())));
    }
}
