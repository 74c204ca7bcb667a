package dev.imagemill.contract.event;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Teaches Jackson to take ids and times only in the one form that the events' schemas allow. */
final class EventModule extends SimpleModule {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    EventModule() {
        super("imagemill-event");
        addDeserializer(UUID.class, new TextDeserializer<>("a UUID", EventModule::uuid));
        addDeserializer(Instant.class, new TextDeserializer<>("an RFC 3339 time", EventModule::instant));
    }

    /** RFC 3339 has four digits for the year, and not every database has a year 0. */
    private static Instant instant(String text) {
        Instant instant = OffsetDateTime.parse(text).toInstant();
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw new IllegalArgumentException("the year is not 1 to 9999");
        }
        return instant;
    }

    private static UUID uuid(String text) {
        UUID id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("not all digits are there");
        }
        return id;
    }

    private static final class TextDeserializer<T> extends ValueDeserializer<T> {
        private final String expected;
        private final Function<String, T> reader;

        TextDeserializer(String expected, Function<String, T> reader) {
            this.expected = expected;
            this.reader = reader;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                throw new IllegalArgumentException("expected " + expected);
            }
            try {
                return reader.apply(parser.getString());
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("expected " + expected + ", got \"" + parser.getString() + '"', e);
            }
        }
    }
}
