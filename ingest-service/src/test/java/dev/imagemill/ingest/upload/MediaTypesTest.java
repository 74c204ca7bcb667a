package dev.imagemill.ingest.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagemill.codec.ImageFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {
    @ParameterizedTest
    @CsvSource({
        "image/jpeg, image/jpeg",
        "IMAGE/JPEG; q=1, image/jpeg",
        "image/jpg, image/jpeg",
        "image/x-png, image/png",
        "text/plain; charset=utf-8, text/plain",
        "application/x-www-form-urlencoded, application/x-www-form-urlencoded"
    })
    void takesContentTypesAtTheirWord(String contentType, String expected) {
        assertThat(MediaTypes.ofContentType(contentType)).contains(expected);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "application/octet-stream", "image/*", "*/*", "binary/octet-stream"})
    void seesNoClaimInOpenContentTypes(String contentType) {
        assertThat(MediaTypes.ofContentType(contentType)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a.jpg, image/jpeg", "a.b.JPEG, image/jpeg", "a.tif, image/tiff", "a.pdf, application/pdf"})
    void readsExtensions(String name, String expected) {
        assertThat(MediaTypes.ofName(name)).contains(expected);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "photo", "jpg", "photo.2024", "St.Moritz", "photo.bin", "photo."})
    void seesNoClaimInOtherNames(String name) {
        assertThat(MediaTypes.ofName(name)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void knowsEveryFormatOfTheCodec(ImageFormat format) {
        assertThat(MediaTypes.ofName("a." + format.extension())).contains(format.mediaType());
        assertThat(MediaTypes.ofContentType(format.mediaType())).contains(format.mediaType());
    }

    @Test
    void agreesWithItselfOnAliases() {
        assertThat(MediaTypes.ofContentType("image/tif")).isEqualTo(MediaTypes.ofName("a.tiff"));
    }
}
