package dev.imagemill.contract.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {
    private static final byte[] VALUE = EventJson.write(Examples.jobCompleted());

    @ParameterizedTest
    @MethodSource("dev.imagemill.contract.event.Examples#all")
    void readsWhatItWrites(EventData data) {
        CloudEvent<?> event = Examples.event(data);

        assertThat(EventJson.read(EventJson.headers(event), EventJson.write(data)))
                .isEqualTo(event);
        assertThat(EventJson.read(EventJson.headers(event), EventJson.write(data), data.getClass()))
                .isEqualTo(event);
    }

    @Test
    void leavesOutWhatIsNull() {
        JobCompleted data = new JobCompleted(Examples.JOB, null, 0, 0, 0, Examples.UPLOADED, Examples.LATER);

        assertThat(new String(EventJson.write(data), UTF_8)).doesNotContain("null", "preset");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time"})
    void refusesAMissingAttribute(String header) {
        Map<String, byte[]> headers = headers();
        headers.remove(header);

        assertThat(refusal(headers, VALUE).detail()).contains(header + " is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_subject", "ce_dataschema", "ce_traceparent", "content-type"})
    void doesWithoutAnOptionalAttribute(String header) {
        Map<String, byte[]> headers = headers();
        headers.remove(header);

        assertThat(EventJson.read(headers, VALUE).data()).isEqualTo(Examples.jobCompleted());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ce_specversion | 0.3 | expected ce_specversion "1.0", got "0.3"
            ce_type | dev.imagemill.job.exploded.v1 | unknown event type "dev.imagemill.job.exploded.v1": expected one of dev.imagemill.image.uploaded.v1
            ce_time | yesterday | expected ce_time as an RFC 3339 time, got "yesterday"
            content-type | text/plain | expected content-type application/json, got "text/plain"
            """)
    void refusesAWrongAttribute(String header, String value, String words) {
        Map<String, byte[]> headers = headers();
        headers.put(header, value.getBytes(UTF_8));

        assertThat(refusal(headers, VALUE).detail()).contains(words);
    }

    @Test
    void findsTheTraceWhereverInstrumentationPutIt() {
        Map<String, byte[]> headers = headers();
        headers.remove("ce_traceparent");
        headers.put("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01".getBytes(UTF_8));

        assertThat(EventJson.read(headers, VALUE).traceparent())
                .isEqualTo("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00-short-01", "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more"})
    void takesAnEventWithoutTheTraceThatItCannotRead(String traceparent) {
        Map<String, byte[]> headers = headers();
        headers.put("ce_traceparent", traceparent.getBytes(UTF_8));

        assertThat(EventJson.read(headers, VALUE).traceparent()).isNull();
        assertThat(EventJson.read(headers, VALUE).data()).isEqualTo(Examples.jobCompleted());
    }

    @Test
    void takesAContentTypeWithParameters() {
        Map<String, byte[]> headers = headers();
        headers.put("content-type", "Application/JSON; charset=utf-8".getBytes(UTF_8));

        assertThat(EventJson.read(headers, VALUE).data()).isEqualTo(Examples.jobCompleted());
    }

    @Test
    void refusesAnEventOfAnotherType() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> EventJson.read(headers(), VALUE, ImageUploaded.class))
                .withMessageContaining("expected an event with ImageUploaded, got one of type dev.imagemill.job.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "7", "{", "not json", "{} {}", "{\"jobId\":1,\"jobId\":2}"})
    void refusesAValueThatIsNoSuchObject(String value) {
        assertThat(refusal(headers(), value.getBytes(UTF_8)).detail()).isNotEmpty();
    }

    @Test
    void refusesBytesThatAreNoText() {
        assertThat(refusal(headers(), new byte[] {(byte) 0xff, (byte) 0xd8, 0}).detail())
                .isNotEmpty();
    }

    @Test
    void pointsAtWhatIsWrongInTheData() {
        String value = new String(EventJson.write(Examples.transformRequested()), UTF_8);

        Problem unknown = transformRefusal(value.replace("\"op\":\"scale\"", "\"op\":\"swirl\""));
        assertThat(unknown.type()).isEqualTo(ProblemType.INVALID_EVENT);
        assertThat(unknown.pointer()).isEqualTo("/sources/0/renditions/0/pipeline/operations/1/op");
        assertThat(unknown.detail())
                .startsWith("unknown operation: expected one of autorotate, scale, ")
                .endsWith(", got \"swirl\"");
        assertThat(transformRefusal(value.replace("\"bytes\":1048576", "\"bytes\":-1")))
                .isEqualTo(Problem.at(ProblemType.INVALID_EVENT, "/sources/0/blob", "bytes is at least 0, not -1"));
        assertThat(transformRefusal(value.replace("\"chunkId\":\"", "\"chunkId\":\"x"))
                        .pointer())
                .isEqualTo("/chunkId");
    }

    @Test
    void refusesWhatTheCatalogueCouldNotKeep() {
        String value = new String(EventJson.write(Examples.imageUploaded()), UTF_8);

        assertThat(uploadRefusal(value.replace("holiday/cat.jpg", "n".repeat(513)))
                        .detail())
                .contains("name has at most 512 characters");
        assertThat(uploadRefusal(value.replace("\"thumbnails\"", "\"No preset\""))
                        .detail())
                .contains("No preset");
        for (String time : List.of("0000-12-31T23:59:59Z", "+292278-01-01T00:00:00Z", "9999-12-31T23:00:00-02:00")) {
            assertThat(uploadRefusal(value.replaceAll("(\"uploadedAt\":\")[^\"]*", "$1" + time))
                            .pointer())
                    .isEqualTo("/uploadedAt");
        }
    }

    @Test
    void keepsTheDetailOfAnItemShort() {
        Problem problem = Problem.of(ProblemType.CORRUPT_IMAGE, "x".repeat(399) + "\ud83d\ude00" + "y".repeat(10_000));

        assertThat(ItemResult.of(0, problem)).isEqualTo(new ItemResult.Failed(0, "corrupt-image", "x".repeat(399)));
    }

    private static Problem uploadRefusal(String value) {
        return refusal(EventJson.headers(Examples.event(Examples.imageUploaded())), value.getBytes(UTF_8));
    }

    private static Problem transformRefusal(String value) {
        return refusal(EventJson.headers(Examples.event(Examples.transformRequested())), value.getBytes(UTF_8));
    }

    private static Problem refusal(Map<String, byte[]> headers, byte[] value) {
        try {
            CloudEvent<?> event = EventJson.read(headers, value);
            throw new AssertionError("read as " + event);
        } catch (ProblemException e) {
            assertThat(e.problem().type()).isEqualTo(ProblemType.INVALID_EVENT);
            return e.problem();
        }
    }

    private static Map<String, byte[]> headers() {
        return new HashMap<>(EventJson.headers(Examples.event(Examples.jobCompleted())));
    }
}
