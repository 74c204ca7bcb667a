package dev.imagemill.imageop.array;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imagemill.imageop.ImageFormatException;
import dev.imagemill.imageop.array.NpyFormatException.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that is not an {@code .npy} file is refused with what was expected, and where. */
class NpyRefusalTest {
    private static final NumberArray ARRAY = NumberArray.of(new short[] {1, 2, 3, 4, 5, 6}, 2, 3);
    private static final int HEADER_AT = 10;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "                                                          ; 0  ; '{' comes here",
                "5                                                         ; 0  ; '{' comes here",
                "[]                                                        ; 0  ; '{' comes here",
                "{                                                         ; 1  ; a string in quotes",
                "{}                                                        ; 2  ; the keys 'descr', 'fortran_order' and 'shape'",
                "{'descr': '<u2', 'shape': (3,)}                           ; 31 ; the keys 'descr', 'fortran_order' and 'shape'",
                "{'descr': '<u2', 'fortran_order': False, 'shape': (3,)} x ; 56 ; only white space",
                "{'descr': '<u2', 'fortran_order': False, 'shape': (3,)}}  ; 55 ; only white space",
                "{'descr': '<u2' 'fortran_order': False, 'shape': (3,)}    ; 16 ; ',' or '}' comes after",
                "{'descr': '<u2', 'descr': '<u2', 'shape': (3,)}           ; 17 ; the key 'descr' comes once",
                "{'shape': (3,), 'fortran_order': True, 'shape': (3,)}     ; 39 ; the key 'shape' comes once",
                "{'descr': '<u2', 'order': False, 'shape': (3,)}           ; 17 ; not 'order'",
                "{descr: '<u2', 'fortran_order': False, 'shape': (3,)}     ; 1  ; a string in quotes",
                "{'descr: 1                                                ; 1  ; ends with the quote it began with",
                "{'de\\scr': '<u2'}                                        ; 4  ; no escapes",
                "{'deßcr': '<u2'}                                          ; 4  ; printable ASCII",
                "{'descr' '<u2'}                                           ; 9  ; ':' comes here",
                "{'descr': <u2}                                            ; 10 ; a string in quotes",
                "{'descr': 'u2', 'shape': (3,)}                            ; 10 ; '<' or '>' comes before",
                "{'descr': '|f4', 'shape': (3,)}                           ; 10 ; '<' or '>' comes before",
                "{'descr': '<u2', 'fortran_order': 0}                      ; 34 ; True or False",
                "{'descr': '<u2', 'fortran_order': Falsehood}              ; 34 ; True or False",
                "{'descr': '<u2', 'fortran_order': true}                   ; 34 ; True or False",
                "{'shape': 3}                                              ; 10 ; '(' comes here",
                "{'shape': [3]}                                            ; 10 ; '(' comes here",
                "{'shape': (3)}                                            ; 13 ; written with a comma, as (5,)",
                "{'shape': (,)}                                            ; 11 ; decimal integer of at least 0",
                "{'shape': (3,,)}                                          ; 13 ; decimal integer of at least 0",
                "{'shape': (-3,)}                                          ; 11 ; decimal integer of at least 0",
                "{'shape': (3.0,)}                                         ; 12 ; ',' or ')'",
                "{'shape': (03,)}                                          ; 11 ; decimal integer of at least 0",
                "{'shape': (0x3,)}                                         ; 12 ; ',' or ')'",
                "{'shape': (3 4)}                                          ; 13 ; ',' or ')'",
                "{'shape': (3,                                             ; 13 ; decimal integer of at least 0",
                "{'shape': (True,)}                                        ; 11 ; decimal integer of at least 0",
                "{'shape': (__import__('os'),)}                            ; 11 ; decimal integer of at least 0",
            })
    void refusesMalformedHeaders(String header, int at, String expected) {
        assertRefused(file(1, header == null ? "" : header), Fault.MALFORMED, HEADER_AT + at, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{'descr': '<i8', 'fortran_order': False, 'shape': (3,)}          ; 10 ; not '<i8'",
                "{'descr': '=u2', 'fortran_order': False, 'shape': (3,)}          ; 10 ; not '=u2'",
                "{'descr': '|b1', 'fortran_order': False, 'shape': (3,)}          ; 10 ; not '|b1'",
                "{'descr': '|O', 'fortran_order': False, 'shape': (3,)}           ; 10 ; not '|O'",
                "{'descr': '<u3', 'fortran_order': False, 'shape': (3,)}          ; 10 ; not '<u3'",
                "{'descr': '<U1', 'fortran_order': False, 'shape': (3,)}          ; 10 ; not '<U1'",
                "{'descr': '', 'fortran_order': False, 'shape': (3,)}             ; 10 ; not ''",
                "{'descr': [('a', '<u2')], 'fortran_order': False, 'shape': (3,)} ; 10 ; records",
                "{'descr': '<u2', 'fortran_order': False, 'shape': ()}            ; 50 ; not 0",
                "{'descr': '<u2', 'fortran_order': False, 'shape': (1,1,1,1,1)}   ; 59 ; not more",
            })
    void refusesWhatIsNotAnArrayOfItsTypes(String header, int at, String expected) {
        assertRefused(file(1, header), Fault.UNSUPPORTED, HEADER_AT + at, expected);
    }

    @Test
    void refusesOtherFilesAndVersions() {
        assertRefused("PK\3\4 an npz file".getBytes(ISO_8859_1), Fault.MALFORMED, 0, "NUMPY");
        byte[] file = Npy.toBytes(ARRAY);
        file[6] = 4;
        assertRefused(file, Fault.UNSUPPORTED, 6, "not 4.0");
        file[6] = 0;
        assertRefused(file, Fault.UNSUPPORTED, 6, "not 0.0");
        file[6] = 1;
        file[7] = 1;
        assertRefused(file, Fault.UNSUPPORTED, 6, "not 1.1");
    }

    @Test
    void refusesLettersOfPython2InVersion3() {
        String header = "{'descr': '|u1', 'fortran_order': False, 'shape': (0L,)}";
        assertThat(Npy.read(file(2, header)).elements()).isZero();
        assertRefused(file(3, header), Fault.MALFORMED, 12 + 52, "',' or ')'");
    }

    @Test
    void refusesFilesCutOffAnywhere() {
        byte[] file = Npy.toBytes(ARRAY);
        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            NpyFormatException refusal = refusal(cut);
            assertThat(refusal.fault()).isEqualTo(Fault.TRUNCATED);
            assertThat(refusal.offset()).isEqualTo(length);
            assertThat(refusal).hasMessageEndingWith("at byte " + length);
            assertThat(catchThrowableOfType(
                            NpyFormatException.class, () -> Npy.read(new ByteArrayInputStream(cut), NpyLimits.DEFAULT)))
                    .hasMessage(refusal.getMessage());
        }
    }

    @Test
    void refusesWhatComesAfterTheArrayOfAFile(@TempDir Path folder) throws IOException {
        byte[] file = Npy.toBytes(ARRAY);
        byte[] longer = Arrays.copyOf(file, file.length + 1);
        assertRefused(longer, Fault.TRAILING_DATA, file.length, "nothing comes after");
        Path path = folder.resolve("longer.npy");
        Files.write(path, longer);
        assertThatThrownBy(() -> Npy.read(path))
                .isInstanceOf(NpyFormatException.class)
                .hasMessageContaining("nothing comes after");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"(2147483648,)|51", "(1, 99999999999999999999,)|54", "(9223372036854775808,)|51"})
    void refusesAxesLongerThanAnInt(String shape, int at) {
        String header = "{'descr': '<u2', 'fortran_order': False, 'shape': " + shape + "}";
        assertRefused(file(1, header), Fault.OVER_LIMIT, HEADER_AT + at, "at most 2147483647");
    }

    @Test
    void refusesArraysOverTheLimitBeforeItAllocates() {
        for (String shape : new String[] {
            "(1073741825,)", "(2147483647, 2147483647, 2147483647, 2147483647)", "(1, 65536, 16385)", "(4, 4, 67108865)"
        }) {
            byte[] file = file(1, "{'descr': '|u1', 'fortran_order': False, 'shape': " + shape + "}");
            assertRefused(file, Fault.OVER_LIMIT, file.length, "is longer than 1073741824 bytes");
        }
        byte[] file = file(1, "{'descr': '<f8', 'fortran_order': False, 'shape': (3, 2)}");
        assertThatThrownBy(() -> Npy.read(new ByteArrayInputStream(file), new NpyLimits(1000, 47)))
                .hasMessageContaining("longer than 47 bytes");
        NpyLimits unlimited = new NpyLimits(1000, Long.MAX_VALUE);
        byte[] huge = file(1, "{'descr': '|u1', 'fortran_order': False, 'shape': (2147483647, 2147483647)}");
        assertThatThrownBy(() -> Npy.read(new ByteArrayInputStream(huge), unlimited))
                .isInstanceOf(NpyFormatException.class)
                .hasMessageContaining("the heap holds");
    }

    @Test
    void takesNoMoreMemoryThanAStreamBrings() {
        byte[] file = file(1, "{'descr': '|u1', 'fortran_order': False, 'shape': (1000000000,)}");
        // The test's heap has room for one array of this size at most once, and not at all beside other tests' garbage.
        for (int i = 0; i < 20; i++) {
            NpyFormatException refusal = catchThrowableOfType(
                    NpyFormatException.class, () -> Npy.read(new ByteArrayInputStream(file), NpyLimits.DEFAULT));
            assertThat(refusal.fault()).isEqualTo(Fault.TRUNCATED);
        }
    }

    @Test
    void refusesLongHeadersBeforeItReadsThem() {
        byte[] file = file(2, " ".repeat(10_001));
        assertRefused(file, Fault.OVER_LIMIT, 8, "a header of 10001 bytes is longer than 10000");
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(8, -1);
        assertRefused(file, Fault.OVER_LIMIT, 8, "a header of 4294967295 bytes");
    }

    @Test
    void refusesDamagedFilesWithNothingButItsOwnException() throws IOException {
        Random random = new Random(11);
        byte[] file = Npy.toBytes(ARRAY);
        NpyLimits limits = new NpyLimits(200, 1 << 20);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = file.clone();
            for (int n = random.nextInt(3); n >= 0; n--) {
                damaged[random.nextInt(80)] =
                        (byte) (random.nextBoolean() ? random.nextInt(256) : file[random.nextInt(80)]);
            }
            try (InputStream from = new ByteArrayInputStream(damaged)) {
                Npy.read(from, limits);
            } catch (NpyFormatException e) {
                refused++;
                assertThat(e.offset()).isBetween(0L, (long) file.length);
            }
        }
        assertThat(refused).isGreaterThan(15_000);
    }

    private static byte[] file(int version, String header) {
        ByteBuffer file = ByteBuffer.allocate(12 + header.length()).order(ByteOrder.LITTLE_ENDIAN);
        file.put("\u0093NUMPY".getBytes(ISO_8859_1)).put((byte) version).put((byte) 0);
        if (version == 1) {
            file.putShort((short) header.length());
        } else {
            file.putInt(header.length());
        }
        file.put(header.getBytes(ISO_8859_1));
        return Arrays.copyOf(file.array(), file.position());
    }

    private static NpyFormatException refusal(byte[] file) {
        return catchThrowableOfType(NpyFormatException.class, () -> Npy.read(file));
    }

    private static void assertRefused(byte[] file, Fault fault, long offset, String expected) {
        NpyFormatException refusal = refusal(file);
        assertThat(refusal).isInstanceOf(ImageFormatException.class).hasMessageContaining(expected);
        assertThat(refusal.fault()).isEqualTo(fault);
        assertThat(refusal.offset()).isEqualTo(offset);
    }
}
