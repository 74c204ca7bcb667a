package dev.imagemill.ingest.receive;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A thing that a client may say beside its files, as a form field or a query parameter. */
public enum Field {
    /** What the image is to be called; only with a single file. */
    NAME,
    /** The preset whose renditions are wanted of every image. */
    PRESET,
    /** One rendition that is wanted of every image, as a pipeline in JSON. */
    PIPELINE;

    /** The field's name in a form or a query. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field as a JSON Pointer. */
    public String pointer() {
        return "/" + key();
    }

    static Optional<Field> ofKey(String key) {
        return Arrays.stream(values()).filter(field -> field.key().equals(key)).findFirst();
    }

    static String known() {
        return Arrays.stream(values()).map(Field::key).collect(Collectors.joining(", "));
    }
}
