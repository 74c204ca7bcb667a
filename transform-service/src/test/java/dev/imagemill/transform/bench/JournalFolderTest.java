package dev.imagemill.transform.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFolderTest {
    @TempDir
    Path folder;

    @Test
    void givesASecondWorkerAFolderOfItsOwn() {
        Path wanted = folder.resolve("journal");
        try (JournalFolder first = JournalFolder.claim(wanted);
                JournalFolder second = JournalFolder.claim(wanted)) {
            assertThat(first.path()).isEqualTo(wanted);
            assertThat(second.path()).isEqualTo(folder.resolve("journal-1"));
        }
    }

    @Test
    void givesARestartedWorkerItsFolderAgain() {
        Path wanted = folder.resolve("journal");
        JournalFolder.claim(wanted).close();
        try (JournalFolder again = JournalFolder.claim(wanted)) {
            assertThat(again.path()).isEqualTo(wanted);
        }
    }
}
