package dev.imagemill.transform.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashJournalTest {
    private static final String SOURCE = "a".repeat(64);
    private static final String OTHER = "b".repeat(64);

    @TempDir
    Path folder;

    @Test
    void clearsNoSuspectThatWasNotDecoded() {
        String suspect = "c".repeat(64);
        new CrashJournal(folder).begin(suspect);
        CrashJournal journal = new CrashJournal(folder);
        journal.begin(suspect);
        journal.leave(suspect);
        journal.close();

        assertThat(new CrashJournal(folder).suspects(suspect)).isTrue();
    }

    @Test
    void outlivesItsFolder() throws IOException {
        CrashJournal journal = new CrashJournal(folder);
        Files.delete(folder);
        journal.begin(SOURCE);
        assertThat(new CrashJournal(folder).suspects(SOURCE)).isTrue();
    }

    @Test
    void suspectsASourceThatWasInHandAtOneCrash() {
        new CrashJournal(folder).begin(SOURCE);

        CrashJournal restarted = new CrashJournal(folder);

        assertThat(restarted.suspects(SOURCE)).isTrue();
        assertThat(restarted.convicts(SOURCE)).isFalse();
        assertThat(restarted.suspects(OTHER)).isFalse();
    }

    @Test
    void convictsASourceThatWasInHandAtTwoCrashes() {
        new CrashJournal(folder).begin(SOURCE);
        new CrashJournal(folder).begin(SOURCE);

        assertThat(new CrashJournal(folder).convicts(SOURCE)).isTrue();
        assertThat(new CrashJournal(folder).convicts(SOURCE)).as("still").isTrue();
    }

    @Test
    void clearsASuspectThatComesThrough() {
        new CrashJournal(folder).begin(SOURCE);
        CrashJournal restarted = new CrashJournal(folder);
        restarted.begin(SOURCE);
        restarted.end(SOURCE);

        assertThat(restarted.suspects(SOURCE)).isFalse();
        assertThat(new CrashJournal(folder).suspects(SOURCE)).isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void holdsASourceUntilAllWhoWorkOnItAreDone() {
        CrashJournal journal = new CrashJournal(folder);
        journal.begin(SOURCE);
        journal.begin(SOURCE);
        journal.end(SOURCE);
        assertThat(new CrashJournal(folder).suspects(SOURCE)).isTrue();
    }

    @Test
    void suspectsNobodyAfterAnOrderlyEnd() {
        CrashJournal journal = new CrashJournal(folder);
        journal.begin(SOURCE);
        journal.close();
        assertThat(new CrashJournal(folder).suspects(SOURCE)).isFalse();
    }

    @Test
    void takesAnUnreadableCountForOne() throws IOException {
        Files.writeString(folder.resolve(SOURCE + ".crashes"), "");
        CrashJournal journal = new CrashJournal(folder);
        assertThat(journal.suspects(SOURCE)).isTrue();
        assertThat(journal.convicts(SOURCE)).isFalse();
    }
}
