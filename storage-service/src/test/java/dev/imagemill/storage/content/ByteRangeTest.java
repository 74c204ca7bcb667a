package dev.imagemill.storage.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=2-5, 2, 5",
        "bytes=2-, 2, 9",
        "bytes=2-500, 2, 9",
        "bytes=-3, 7, 9",
        "bytes=-30, 0, 9"
    })
    void cutsToTheContent(String header, long first, long last) {
        assertThat(ByteRange.parse(header, 10)).isEqualTo(new ByteRange(first, last));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=5-2", "items=0-1", "bytes=0-1,3-4"})
    void leavesOutWhatCannotBeHonoured(String header) {
        assertThat(ByteRange.parse(header, 10)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-12", "bytes=-0", "bytes=999999999999999999-"})
    void knowsWhatLiesOutside(String header) {
        ByteRange range = ByteRange.parse(header, 10);

        assertThat(range).isNotNull().matches(outside -> !outside.isSatisfiable());
    }

    @Test
    void givesItsHeader() {
        assertThat(new ByteRange(2, 5).header(10)).isEqualTo("bytes 2-5/10");
        assertThat(new ByteRange(2, 5).length()).isEqualTo(4);
    }
}
