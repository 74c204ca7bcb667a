package dev.imagemill.imageop.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClampingTest {
    @ParameterizedTest
    @CsvSource({"16,235", "16,240", "0,255", "128,128", "0,128", "128,255", "1,254", "127,129"})
    void clampsAllValuesAsOneAtATime(int low, int high) {
        byte[] samples = new byte[256];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i * 151);
        }
        byte[] expected = samples.clone();
        Clamping.clampEach(expected, 0, expected.length, low, high);
        Clamping.clamp(samples, 0, samples.length, low, high);
        assertThat(samples).isEqualTo(expected);
        assertThat(samples[0] & 255).isEqualTo(low);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 13, 207, 4098})
    void touchesNothingBesideItsRun(int count) {
        byte[] samples = new byte[count + 9];
        new Random(count).nextBytes(samples);
        byte[] expected = samples.clone();
        for (int i = 4; i < 4 + count; i++) {
            expected[i] = (byte) Math.min(240, Math.max(16, samples[i] & 255));
        }
        Clamping.clamp(samples, 4, count, 16, 240);
        assertThat(samples).isEqualTo(expected);
    }

    @Test
    void refusesBoundsOnOneSideOnly() {
        byte[] samples = new byte[8];
        assertThatThrownBy(() -> Clamping.clamp(samples, 0, 8, 129, 255)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Clamping.clamp(samples, 0, 8, 0, 127)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Clamping.clamp(samples, 0, 8, -1, 255)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Clamping.clamp(samples, 0, 8, 0, 256)).isInstanceOf(IllegalArgumentException.class);
    }
}
