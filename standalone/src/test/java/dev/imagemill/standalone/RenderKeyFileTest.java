package dev.imagemill.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.cli.RenderKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderKeyFileTest {
    @TempDir
    private Path folder;

    @Test
    void isMadeOnceForItsOwnerOnly() throws IOException {
        RenderKey key = RenderKeyFile.in(folder);

        assertThat(key.secret()).hasSize(43);
        assertThat(RenderKeyFile.in(folder)).isEqualTo(key);
        assertThat(Files.getPosixFilePermissions(folder.resolve("render.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(folder).isDirectoryContaining("glob:**render.key").isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void mayBeOnesOwn() throws IOException {
        Files.writeString(folder.resolve("render.key"), "mine:a-secret-of-my-own\n");
        assertThat(RenderKeyFile.in(folder)).isEqualTo(new RenderKey("mine", "a-secret-of-my-own"));
    }

    @Test
    void isRefusedIfItIsNone() throws IOException {
        Files.writeString(folder.resolve("render.key"), "nothing");
        assertThatThrownBy(() -> RenderKeyFile.in(folder))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("render.key");
    }
}
