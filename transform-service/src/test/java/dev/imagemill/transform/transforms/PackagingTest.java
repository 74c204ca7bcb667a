package dev.imagemill.transform.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackagingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | 1 | ALONE",
                "image/webp | 1 | ALONE",
                "text/html | 1 | ALONE",
                "application/zip | 1 | ZIP",
                "application/zip, */*;q=0.1 | 1 | ALONE",
                "multipart/mixed | 1 | MULTIPART",
                "not an accept header | 1 | ALONE",
                "*/* | 2 | MULTIPART",
                "image/webp | 2 | MULTIPART",
                "application/zip | 2 | ZIP",
                "application/zip, multipart/mixed | 2 | ZIP",
                "application/zip;q=0.5, multipart/mixed | 2 | MULTIPART",
                "application/zip;q=0 | 2 | MULTIPART",
            })
    void goesByTheAcceptHeader(String accept, int pictures, Packaging expected) {
        assertThat(Packaging.of(accept, pictures)).isEqualTo(expected);
    }

    @Test
    void needsNoAcceptHeader() {
        assertThat(Packaging.of(null, 1)).isEqualTo(Packaging.ALONE);
        assertThat(Packaging.of(null, 2)).isEqualTo(Packaging.MULTIPART);
    }
}
