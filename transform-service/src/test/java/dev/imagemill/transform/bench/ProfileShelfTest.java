package dev.imagemill.transform.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.imagemill.codec.ColorProfile;
import dev.imagemill.contract.pipeline.Colorspace;
import dev.imagemill.contract.pipeline.ColorspaceName;
import dev.imagemill.contract.pipeline.Output;
import dev.imagemill.contract.pipeline.OutputFormat;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.contract.store.Sha256;
import dev.imagemill.transform.engine.InkProfile;
import dev.imagemill.transform.engine.Profiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileShelfTest {
    private static final byte[] INK = InkProfile.bytes();
    private static final String DIGEST = Sha256.of(INK);

    private final Map<String, byte[]> stored = new HashMap<>();
    private final AtomicInteger fetched = new AtomicInteger();
    private final ProfileShelf shelf = new ProfileShelf(Map.of(), this::fetch);

    private Optional<byte[]> fetch(String sha256, long mostBytes) {
        fetched.incrementAndGet();
        return Optional.ofNullable(stored.get(sha256));
    }

    @Test
    void fetchesAProfileOnce() throws Exception {
        stored.put(DIGEST, INK);
        assertThat(profile(shelf, DIGEST).toArray()).isEqualTo(INK);
        assertThat(profile(shelf, DIGEST).toArray()).isEqualTo(INK);
        assertThat(fetched).hasValue(1);
    }

    @Test
    void fetchesNothingForPipelinesWithoutProfiles() throws Exception {
        assertThat(shelf.gather(List.of(Pipeline.of(Output.of(OutputFormat.PNG)))))
                .isSameAs(Profiles.NONE);
    }

    @Test
    void failsForWhatIsNotThereAndLooksAgain() throws Exception {
        assertRefused(DIGEST, ProblemType.PROFILE_MISSING);
        stored.put(DIGEST, INK);
        assertThat(profile(shelf, DIGEST).toArray()).isEqualTo(INK);
    }

    @Test
    void failsForFilesThatAreNoProfileOfAnInk() throws Exception {
        for (byte[] rubbish : List.of(
                "no profile".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                ColorProfile.Space.DISPLAY_P3.profile().toArray(),
                Arrays.copyOf(INK, INK.length - 1),
                emptied(INK))) {
            stored.put(Sha256.of(rubbish), rubbish);
            assertRefused(Sha256.of(rubbish), ProblemType.UNUSABLE_PROFILE);
        }
    }

    /** Its header is sound, its tables are not there. */
    private static byte[] emptied(byte[] profile) {
        byte[] emptied = profile.clone();
        Arrays.fill(emptied, 128, emptied.length, (byte) 0);
        return emptied;
    }

    @Test
    void failsForAFileThatIsNotWhatItsNameSays() throws Exception {
        stored.put("ab".repeat(32), INK);
        assertRefused("ab".repeat(32), ProblemType.UNUSABLE_PROFILE);
    }

    /** Whatever bytes are called a profile, they are one that can be used, or the code is stable. */
    @Test
    void survivesProfilesThatAreRubbish() throws Exception {
        Random random = new Random(11);
        byte[] builtIn = ColorProfile.Space.CMYK.profile().toArray();
        int refused = 0;
        int files = 600;
        for (int i = 0; i < files; i++) {
            byte[] rubbish = (i % 2 == 0 ? INK : builtIn).clone();
            for (int change = random.nextInt(12); change >= 0; change--) {
                rubbish[4 + random.nextInt(change % 3 == 0 ? rubbish.length - 4 : 300)] = (byte) random.nextInt();
            }
            stored.put(Sha256.of(rubbish), rubbish);
            try {
                profile(shelf, Sha256.of(rubbish));
            } catch (ProblemException refusal) {
                assertThat(refusal.problem().type()).isEqualTo(ProblemType.UNUSABLE_PROFILE);
                refused++;
            }
        }
        System.out.println(files + " mutated profiles of ink, seed 11: " + refused + " refused, the others used");
        assertThat(refused).isBetween(files / 10, files - files / 10);
    }

    @Test
    void hasTheProfilesOfAFolderAtHand(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("black.icc"), INK);
        Files.writeString(folder.resolve("README"), "not read");
        ProfileShelf own = new ProfileShelf(ProfileFolder.read(folder), this::fetch);
        assertThat(profile(own, DIGEST).toArray()).isEqualTo(INK);
        assertThat(fetched).hasValue(0);
    }

    @Test
    void doesNotStartWithAFolderThatHoldsRubbish(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("broken.icm"), "rubbish");
        assertThatIllegalStateException()
                .isThrownBy(() -> ProfileFolder.read(folder))
                .withMessageContaining("broken.icm");
    }

    private static ColorProfile profile(ProfileShelf shelf, String digest) throws InterruptedException {
        Pipeline pipeline = Pipeline.of(Output.of(OutputFormat.TIFF), new Colorspace(ColorspaceName.CMYK, digest));
        return shelf.gather(List.of(pipeline)).profile(digest);
    }

    private void assertRefused(String digest, ProblemType type) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> profile(shelf, digest))
                .satisfies(e -> assertThat(e.problem().type()).isEqualTo(type));
    }
}
