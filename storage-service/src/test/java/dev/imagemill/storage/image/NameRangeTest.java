package dev.imagemill.storage.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameRangeTest {
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    @ParameterizedTest
    @ValueSource(strings = {"a", "a/b", "ÿ", "\uD7FF", "a\uDBFF\uDFFF", "😀"})
    void holdsWhatBeginsWithThePrefixAndNothingElse(String prefix) {
        NameRange range = NameRange.of(prefix);

        assertThat(prefix).matches(name -> holds(range, name));
        assertThat(prefix + LAST + LAST).matches(name -> holds(range, name));
        assertThat(prefix + "z").matches(name -> holds(range, name));
        assertThat(range.to()).matches(name -> !name.startsWith(prefix)).matches(name -> !holds(range, name));
    }

    private static boolean holds(NameRange range, String name) {
        return compare(range.from(), name) <= 0 && compare(name, range.to()) < 0;
    }

    private static int compare(String a, String b) {
        return Arrays.compareUnsigned(a.getBytes(UTF_8), b.getBytes(UTF_8));
    }
}
