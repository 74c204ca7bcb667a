package dev.imagemill.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IccProfileTest {
    private static boolean isSrgb(IccProfiles profile) {
        return new IccProfile(profile.bytes()).isSrgb();
    }

    private static double srgb(double value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static byte[] jdk(int space) {
        return ICC_Profile.getInstance(space).getData();
    }

    @Test
    void knowsWhatIsSrgbWithoutBeingCalledSo() {
        assertThat(isSrgb(IccProfiles.srgb())).isTrue();
        assertThat(new IccProfile(jdk(ColorSpace.CS_sRGB)).isSrgb()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 1024, 4096})
    void knowsTheCurveAsATable(int count) {
        assertThat(isSrgb(IccProfiles.srgb().curves(IccProfiles.table(count, IccProfileTest::srgb))))
                .isTrue();
    }

    @Test
    void overlooksHowMakersRound() {
        // Those of LittleCMS, and of Debian's icc-profiles-free.
        double[][] little = {{0.43604, 0.22249, 0.01392}, {0.38512, 0.71690, 0.09706}, {0.14305, 0.06061, 0.71391}};
        double[][] argyll = {{0.43585, 0.22238, 0.01392}, {0.38533, 0.71704, 0.09714}, {0.14302, 0.06059, 0.71384}};
        for (double[][] colors : new double[][][] {little, argyll}) {
            assertThat(isSrgb(IccProfiles.srgb().colors(colors[0], colors[1], colors[2])))
                    .isTrue();
        }
    }

    @Test
    void isNotTakenInByAName() {
        assertThat(new IccProfile(jdk(ColorSpace.CS_LINEAR_RGB)).isSrgb()).isFalse();
        assertThat(new IccProfile(jdk(ColorSpace.CS_GRAY)).isSrgb()).isFalse();
        assertThat(isSrgb(IccProfiles.srgb()
                        .with("rXYZ", IccProfiles.color(IccProfiles.SRGB_GREEN))
                        .with("gXYZ", IccProfiles.color(IccProfiles.SRGB_RED))))
                .isFalse();
        // Display P3, and NTSC of 1987, which is near.
        assertThat(isSrgb(IccProfiles.srgb()
                        .colors(
                                new double[] {0.51512, 0.24120, -0.00105},
                                new double[] {0.29198, 0.69225, 0.04189},
                                new double[] {0.15710, 0.06657, 0.78407})))
                .isFalse();
        assertThat(isSrgb(IccProfiles.srgb()
                        .colors(
                                new double[] {0.41611, 0.22156, 0.01364},
                                new double[] {0.39342, 0.70343, 0.09138},
                                new double[] {0.15468, 0.07501, 0.71986})))
                .isFalse();
    }

    @Test
    void takesNoOtherCurveForSrgb() {
        assertThat(isSrgb(IccProfiles.srgb().curves(IccProfiles.table(1024, v -> Math.pow(v, 2.2)))))
                .isFalse();
        assertThat(isSrgb(IccProfiles.srgb().curves(IccProfiles.table(0, v -> v))))
                .isFalse();
        assertThat(isSrgb(IccProfiles.srgb().curves(IccProfiles.table(1, v -> 2.2 * 256 / 65_535))))
                .isFalse();
        assertThat(isSrgb(IccProfiles.srgb().curves(IccProfiles.formula(0, 2.2))))
                .isFalse();
        assertThat(isSrgb(
                        IccProfiles.srgb().curves(IccProfiles.formula(3, 2.4, 1 / 1.055, 0.055 / 1.055, 0.1, 0.04045))))
                .isFalse();
        // One channel is enough.
        assertThat(isSrgb(IccProfiles.srgb().with("gTRC", IccProfiles.formula(0, 1.8))))
                .isFalse();
    }

    @Test
    void leavesATableOfColoursToColourManagement() {
        assertThat(isSrgb(IccProfiles.srgb().with("A2B0", new byte[32]))).isFalse();
    }

    @Test
    void isNotUpsetByRubbish() {
        byte[] profile = IccProfiles.srgb()
                .curves(IccProfiles.table(64, IccProfileTest::srgb))
                .bytes();
        for (int length = 0; length < profile.length; length++) {
            assertThat(new IccProfile(Arrays.copyOf(profile, length)).isSrgb()).isFalse();
        }
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            byte[] odd = profile.clone();
            odd[128 + random.nextInt(84)] = (byte) random.nextInt();
            odd[random.nextInt(odd.length)] = (byte) random.nextInt();
            new IccProfile(odd).isSrgb();
        }
    }
}
