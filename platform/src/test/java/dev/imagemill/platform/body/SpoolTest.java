package dev.imagemill.platform.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.contract.store.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {
    private static final int MEMORY = 100_000;
    private static final long NO_LIMIT = Long.MAX_VALUE;

    @TempDir
    private Path root;

    private TempSpace space;

    @BeforeEach
    void open() {
        space = TempSpace.open(root, 10_000_000);
    }

    @AfterEach
    void close() {
        space.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, MEMORY})
    void keepsSmallFilesInMemory(int length) throws IOException {
        byte[] data = random(length);

        try (Content content = drain(new Spool(space, MEMORY), data)) {
            assertThat(content)
                    .isInstanceOfSatisfying(
                            Content.InMemory.class,
                            memory -> assertThat(memory.data()).isEqualTo(data));
            assertThat(content.sha256()).isEqualTo(Sha256.of(data));
            assertThat(content.bytes()).isEqualTo(length);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {MEMORY + 1, 1_000_000})
    void keepsLargeFilesOnDisk(int length) throws IOException {
        byte[] data = random(length);

        try (Content content = drain(new Spool(space, MEMORY), data)) {
            assertThat(content)
                    .isInstanceOfSatisfying(
                            Content.InFile.class,
                            file -> assertThat(file.path()).hasBinaryContent(data));
            assertThat(content.sha256()).isEqualTo(Sha256.of(data));
            assertThat(content.bytes()).isEqualTo(length);
        }
        assertThat(space.used()).isZero();
    }

    @Test
    void sharesTheMemoryAmongTheFilesOfARequest() throws IOException {
        Spool spool = new Spool(space, MEMORY);

        try (Content first = drain(spool, random(60_000));
                Content second = drain(spool, random(60_000));
                Content third = drain(spool, random(40_000))) {
            assertThat(first).isInstanceOf(Content.InMemory.class);
            assertThat(second).isInstanceOf(Content.InFile.class);
            assertThat(third).isInstanceOf(Content.InMemory.class);
        }
    }

    @Test
    void keepsNothingOfAFileOverTheLimit() throws IOException {
        assertThat(new Spool(space, MEMORY).drain(new ByteArrayInputStream(random(300_001)), 300_000))
                .isEmpty();
        assertThat(space.used()).isZero();
    }

    @Test
    void takesAFileOfExactlyTheLimit() throws IOException {
        try (Content content = new Spool(space, MEMORY)
                .drain(new ByteArrayInputStream(random(300_000)), 300_000)
                .orElseThrow()) {
            assertThat(content.bytes()).isEqualTo(300_000);
        }
    }

    @Test
    void keepsNothingWhenReadingBreaks() {
        InputStream breaking = new SequenceInputStream(new ByteArrayInputStream(random(200_000)), new Gone());

        assertThatThrownBy(() -> new Spool(space, 10).drain(breaking, NO_LIMIT)).isInstanceOf(IOException.class);
        assertThat(space.used()).isZero();
    }

    private static Content drain(Spool spool, byte[] data) throws IOException {
        return spool.drain(new ByteArrayInputStream(data), NO_LIMIT).orElseThrow();
    }

    private static byte[] random(int length) {
        byte[] data = new byte[length];
        new Random(length).nextBytes(data);
        return data;
    }
}
