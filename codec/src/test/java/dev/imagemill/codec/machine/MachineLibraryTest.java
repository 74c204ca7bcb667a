package dev.imagemill.codec.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MachineLibraryTest {
    private static final MachineLibrary LIBRARY =
            new MachineLibrary("imagemill.test.none", "IMAGEMILL_TEST_NONE", "libnone.so.0", "libnone.0.dylib");

    @Test
    void isAbsentIfItIsSwitchedOff() {
        assertThat(LIBRARY.load("off", (symbols, name) -> name)).isEqualTo(new Presence.Absent<>("it is switched off"));
    }

    @Test
    void saysWhyALibraryCannotBeUsed() {
        assertAbsent(
                LIBRARY.load("/no/such/library.so", (symbols, name) -> name), "/no/such/library.so cannot be loaded");
        assertAbsent(LIBRARY.load((symbols, name) -> name), "libnone");
    }

    private static void assertAbsent(Presence<String> presence, String reason) {
        assertThat(presence)
                .isInstanceOfSatisfying(
                        Presence.Absent.class,
                        absent -> assertThat(absent.reason()).contains(reason));
    }
}
