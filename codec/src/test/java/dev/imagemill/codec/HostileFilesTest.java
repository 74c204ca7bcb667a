package dev.imagemill.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagemill.codec.LimitExceeded.Limit;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Mode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each is an image or is refused, soon, and with no more memory than its limits allow. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileFilesTest {
    private static final int BLACK = 0;

    private long before;

    @BeforeEach
    void noteMemory() {
        before = NativeMemory.bytes();
    }

    @AfterEach
    void keepsNoMemory() throws InterruptedException {
        NativeMemory.assertNoneKeptSince(before);
    }

    private static boolean isImage(byte[] file) {
        try (DecodedImage decoded = Codec.decode(file, DecodeOptions.DEFAULT)) {
            assertThat(decoded.image().size().pixels()).isPositive();
            return true;
        } catch (CodecException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return false;
        }
    }

    private static void assertExceeds(Limit limit, byte[] file) {
        assertThatThrownBy(() -> Codec.decode(file, DecodeOptions.DEFAULT))
                .isInstanceOfSatisfying(
                        LimitExceeded.class,
                        exceeded -> assertThat(exceeded.limit()).isEqualTo(limit));
    }

    @Test
    void refusesAHundredThousandFrames() {
        assertExceeds(Limit.PAGES, HostileFiles.gif(1, 1, 100_000));
    }

    @Test
    void takesOneOfTenThousandFramesWithoutTheOthers() {
        byte[] file = HostileFiles.gif(2000, 2000, 10_000);
        assertThat(Codec.probe(file, Limits.DEFAULT).pages()).isEqualTo(10_000);
        assertThat(Pictures.decoded(file).size()).isEqualTo(new ImageSize(2000, 2000));
    }

    @Test
    void refusesAHundredThousandPages() {
        assertExceeds(Limit.PAGES, HostileFiles.tiff(100_000, 0));
    }

    @Test
    void doesNotGoRoundInDirectories() {
        assertThat(Codec.probe(HostileFiles.tiff(3, 0), Limits.DEFAULT).pages()).isEqualTo(3);
        isImage(HostileFiles.tiff(3, 8));
        isImage(HostileFiles.tiff(1, 8));
    }

    @Test
    void doesNotUnpackMetadataWithoutBound() {
        byte[] file = PngFiles.withUnpackedMetadata(40, 30, 400_000_000);
        assertThat(file.length).isLessThan(1 << 20);
        isImage(file);
    }

    @Test
    void survivesAnEnormousCanvas() {
        assertExceeds(Limit.PIXELS, HostileFiles.webp(16_383, 16_383));
        assertThat(Pictures.decoded(HostileFiles.webp(8000, 8000)).size()).isEqualTo(new ImageSize(8000, 8000));
    }

    @Test
    void readsOverSenselessMetadata() {
        Image whole = Pictures.decoded(HostileFiles.jpeg());
        byte[] rubbish = new byte[5000];
        for (byte[] file : new byte[][] {
            HostileFiles.exif(),
            JpegFiles.withProfile(HostileFiles.jpeg(), rubbish),
            JpegFiles.withProfile(HostileFiles.jpeg(), new byte[0]),
            JpegFiles.withProfile(HostileFiles.jpeg(), rubbish, 255),
            JpegFiles.insert(HostileFiles.jpeg(), 2, JpegFiles.profileSegment(rubbish, 7, 3))
        }) {
            assertThat(Pictures.bytes(Pictures.decoded(file))).isEqualTo(Pictures.bytes(whole));
        }
    }

    static Stream<Arguments> withoutSize() {
        Image picture = Pictures.waves(Mode.RGB, 64, 48);
        return Stream.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.GIF, ImageFormat.TIFF, ImageFormat.AVIF)
                .map(format -> Arguments.of(format, Codec.encode(picture, EncodeOptions.of(format))));
    }

    @ParameterizedTest
    @MethodSource("withoutSize")
    void makesNothingOfAnImageWithoutSize(ImageFormat format, byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        switch (format) {
            case JPEG -> bytes.putInt(JpegFiles.indexOfMarker(file, 0xc0) + 5, 0);
            case PNG -> bytes.putLong(16, 0);
            case GIF -> {
                int frame = new String(file, StandardCharsets.ISO_8859_1).lastIndexOf(",\0\0\0\0@\0" + "0\0");
                bytes.putInt(6, 0).putInt(frame + 5, 0);
            }
            case TIFF -> {
                int directory = bytes.order(ByteOrder.LITTLE_ENDIAN).getInt(4);
                bytes.putInt(directory + 2 + 8, 0).putInt(directory + 2 + 12 + 8, 0);
            }
            default -> bytes.putLong(new String(file, StandardCharsets.ISO_8859_1).indexOf("ispe") + 8, 0);
        }
        if (format == ImageFormat.GIF) { // whose frames may lie outside the canvas, and are cut off
            assertThat(Pictures.decoded(file).size()).isEqualTo(new ImageSize(1, 1));
        } else {
            assertThatThrownBy(() -> Codec.probe(file, Limits.DEFAULT)).isInstanceOf(CorruptImage.class);
            assertThat(isImage(file)).isFalse();
        }
    }

    static Stream<Arguments> drawings() {
        String laughs = "<!DOCTYPE svg [<!ENTITY a0 'ha'>"
                + Stream.iterate(1, i -> i + 1)
                        .limit(30)
                        .map(i -> "<!ENTITY a" + i + " '" + ("&a" + (i - 1) + ";").repeat(10) + "'>")
                        .reduce("", String::concat)
                + "]>";
        StringBuilder uses = new StringBuilder("<g id='u0'><rect width='1' height='1'/></g>");
        for (int i = 1; i < 30; i++) {
            uses.append("<g id='u").append(i).append("'>");
            uses.append("<use xlink:href='#u%d'/>".formatted(i - 1).repeat(10)).append("</g>");
        }
        return Stream.of(
                Arguments.of("a billion laughs", HostileFiles.svg(laughs, "<text>&a30;</text>")),
                Arguments.of("a billion uses", HostileFiles.svg(uses.toString())),
                Arguments.of("a use of itself", HostileFiles.svg("<g id='g'><use xlink:href='#g'/></g>")),
                Arguments.of("groups in groups", HostileFiles.svg("<g>".repeat(100_000) + "</g>".repeat(100_000))),
                Arguments.of(
                        "a wide blur",
                        HostileFiles.svg("<filter id='f'><feGaussianBlur stdDeviation='100000'/></filter>"
                                + "<rect width='40' height='30' filter='url(#f)'/>")),
                Arguments.of(
                        "a filter of many steps",
                        HostileFiles.svg("<filter id='f' x='-1000' y='-1000' width='9999' height='9999'>"
                                + "<feTurbulence numOctaves='100' baseFrequency='9'/>".repeat(1000)
                                + "</filter><rect width='40' height='30' filter='url(#f)'/>")),
                Arguments.of(
                        "a pattern in a pattern",
                        HostileFiles.svg("<pattern id='p' width='.0001' height='.0001'><rect width='9' height='9'"
                                + " fill='url(#p)'/></pattern><rect width='40' height='30' fill='url(#p)'/>")),
                Arguments.of(
                        "a script", HostileFiles.svg("<script>while (true) {}</script><rect width='40' height='30'/>")),
                Arguments.of("sizes that are none", HostileFiles.svg("<rect width='NaN' height='1e999' x='-1e308'/>")));
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void drawsOrRefuses(String what, byte[] svg) {
        assertThat(Codec.sniff(svg)).as(what).contains(ImageFormat.SVG);
        isImage(svg);
    }

    @Test
    void readsNoFileThatADrawingRefersTo(@TempDir Path folder) throws IOException {
        Path picture = folder.resolve("secret.png");
        Files.write(
                picture,
                Codec.encode(
                        Pictures.halves(new ImageSize(40, 30), new long[] {255, 0, 0}, new long[] {255, 0, 0}),
                        EncodeOptions.of(ImageFormat.PNG)));
        Path text = Files.writeString(folder.resolve("secret.svg"), "<rect width='40' height='30' fill='red'/>");
        String doctype = "<!DOCTYPE svg [<!ENTITY secret SYSTEM '" + text.toUri() + "'>]>";
        for (byte[] svg : new byte[][] {
            HostileFiles.svg("<image width='40' height='30' xlink:href='" + picture.toUri() + "'/>"),
            HostileFiles.svg("<image width='40' height='30' xlink:href='" + picture + "'/>"),
            HostileFiles.svg("<use xlink:href='" + text.toUri() + "#x'/>"),
            HostileFiles.svg("<style>@import url('" + text.toUri() + "');</style>"),
            HostileFiles.svg("<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='" + text.toUri() + "'/>"),
            HostileFiles.svg(doctype, "&secret;")
        }) {
            assertIsBlank(svg);
        }
    }

    @Test
    void connectsToNothingThatADrawingRefersTo() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + server.getLocalPort() + "/picture.png";
            assertIsBlank(HostileFiles.svg("<image width='40' height='30' xlink:href='" + address + "'/>"));
            assertIsBlank(HostileFiles.svg("<!DOCTYPE svg SYSTEM '" + address + "'>", ""));
            server.setSoTimeout(200);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    /** Nothing drawn, or refused. */
    private static void assertIsBlank(byte[] svg) {
        if (!isImage(svg)) {
            return;
        }
        Image image = Pictures.decoded(svg);
        for (byte sample : Pictures.bytes(image)) {
            assertThat(sample).isEqualTo((byte) BLACK);
        }
    }
}
