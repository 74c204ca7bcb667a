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
    EventModule() {
        super("imagemill-event");
        addDeserializer(UUID.class, new TextDeserializer<>("a UUID", EventModule::uuid));
        addDeserializer(
                Instant.class,
                new TextDeserializer<>(
                        "an RFC 3339 time", text -> OffsetDateTime.parse(text).toInstant()));
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
