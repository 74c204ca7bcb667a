package dev.imagemill.platform.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TempSpaceTest {
    private static final byte[] DATA = "twenty bytes of text".getBytes(UTF_8);

    @TempDir
    private Path root;

    @Test
    void removesAFileWhenItIsClosed() throws IOException {
        try (TempSpace space = TempSpace.open(root, 100)) {
            TempFile file = space.create();
            file.write(DATA, 7, 5);
            file.finish();

            assertThat(file.path()).hasContent("bytes");
            assertThat(space.used()).isEqualTo(5);
            file.close();
            file.close();
            assertThat(file.path()).doesNotExist();
            assertThat(space.used()).isZero();
        }
    }

    @Test
    void refusesMoreBytesThanItHas() {
        try (TempSpace space = TempSpace.open(root, 30)) {
            TempFile first = space.create();
            first.write(DATA, 0, DATA.length);
            try (TempFile second = space.create()) {
                assertThatThrownBy(() -> second.write(DATA, 0, DATA.length))
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                e -> assertThat(e.problem().type()).isEqualTo(ProblemType.SERVICE_BUSY));
                first.close();
                second.write(DATA, 0, DATA.length);
                assertThat(space.used()).isEqualTo(20);
            }
            assertThat(space.used()).isZero();
        }
    }

    @Test
    void removesWhatADeadProcessLeft() throws IOException {
        Path orphan = Files.createDirectory(root.resolve("process-dead"));
        Files.createFile(orphan.resolve("lock"));
        Files.write(orphan.resolve("upload-1"), DATA);
        Path unlocked = Files.createDirectory(root.resolve("process-stillborn"));

        try (TempSpace space = TempSpace.open(root, 100)) {
            assertThat(orphan).doesNotExist();
            assertThat(unlocked).doesNotExist();
            assertThat(space.used()).isZero();
        }
    }

    @Test
    void leavesALivingProcessAlone() {
        try (TempSpace first = TempSpace.open(root, 100);
                TempFile file = first.create();
                TempSpace second = TempSpace.open(root, 100)) {
            file.write(DATA, 0, DATA.length);
            assertThat(file.path()).exists();
            assertThat(second.used()).isZero();
        }
    }

    @Test
    void leavesNothingBehind() throws IOException {
        TempSpace space = TempSpace.open(root, 100);
        TempFile forgotten = space.create();
        forgotten.finish();
        space.close();

        try (Stream<Path> left = Files.list(root)) {
            assertThat(left).containsExactly(root.resolve("lock"));
        }
    }
}
