package dev.imagemill.imageop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExactnessTest {
    private static final Path PAGE = Path.of("../docs/imageop.md");
    private static final String BEGIN = "<!-- exactness: begin -->\n";
    private static final String END = "<!-- exactness: end -->\n";

    @ParameterizedTest
    @EnumSource
    void isWhatTheWayBackShows(Mode from) {
        Image source = Colors.blocks(from);
        for (Mode to : Mode.all()) {
            Exactness exactness = Exactness.of(from, to);
            assertThat(largestDifference(source, source.convert(to).convert(from)))
                    .as("%s to %s and back", from, to)
                    .isEqualTo(exactness.largestError());
            assertThat(exactness.kind())
                    .isEqualTo(
                            from == to
                                    ? Exactness.Kind.EXACT
                                    : exactness.largestError() == 0 ? Exactness.Kind.WIDENING : Exactness.Kind.LOSSY);
        }
    }

    private static long largestDifference(Image one, Image other) {
        ByteBuffer ours = one.buffer().duplicate().order(ByteOrder.nativeOrder());
        ByteBuffer theirs = other.buffer().duplicate().order(ByteOrder.nativeOrder());
        int step = one.mode().bytesPerComponent();
        long largest = 0;
        for (int i = 0; i < ours.capacity(); i += step) {
            largest = Math.max(largest, Math.abs(sample(ours, i, step) - sample(theirs, i, step)));
        }
        return largest;
    }

    private static long sample(ByteBuffer samples, int at, int bytes) {
        return switch (bytes) {
            case 1 -> Byte.toUnsignedLong(samples.get(at));
            case 2 -> samples.getChar(at);
            default -> Integer.toUnsignedLong(samples.getInt(at));
        };
    }

    /** Run with {@code -Dimagemill.write=true} to write the table into the page. */
    @Test
    void isTheTableInTheDocumentation() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        if (Boolean.getBoolean("imagemill.write")) {
            Files.writeString(PAGE, page.substring(0, begin) + table() + page.substring(end));
        } else {
            assertThat(page.substring(begin, end)).isEqualTo(table());
        }
    }

    private static String table() {
        List<Mode> modes = Mode.all();
        String head = row("from \\ to", modes.stream().map(Mode::name));
        String rule = row("---", modes.stream().map(mode -> "---"));
        String body = modes.stream()
                .map(from -> row("`" + from + "`", modes.stream().map(to -> cell(from, to))))
                .collect(Collectors.joining());
        return head + rule + body;
    }

    private static String row(String first, Stream<String> cells) {
        return Stream.concat(Stream.of(first), cells).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String cell(Mode from, Mode to) {
        Exactness exactness = Exactness.of(from, to);
        return switch (exactness.kind()) {
            case EXACT -> "=";
            case WIDENING -> "W";
            case LOSSY -> String.valueOf(exactness.largestError());
        };
    }
}
