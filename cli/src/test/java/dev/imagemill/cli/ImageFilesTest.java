package dev.imagemill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.cli.client.UploadFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFilesTest {
    @TempDir
    private Path folder;

    @Test
    void takesImagesByNameWithAllFoldersBelow() throws IOException {
        put("b.JPEG", "README.md", "noextension", "below/a.png", ".hidden.png", ".git/c.png");

        ImageFiles files = ImageFiles.in(List.of(folder));

        assertThat(files.images()).extracting(UploadFile::name).containsExactly("b.JPEG", "below/a.png");
        assertThat(files.skipped()).containsExactly("README.md", "noextension");
    }

    @Test
    void takesAFileThatIsNamedOutright() throws IOException {
        put("README.md");

        ImageFiles files = ImageFiles.in(List.of(folder.resolve("README.md")));

        assertThat(files.images()).extracting(UploadFile::name).containsExactly("README.md");
    }

    private void put(String... names) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
        }
    }
}
