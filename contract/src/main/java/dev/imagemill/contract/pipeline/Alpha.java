package dev.imagemill.contract.pipeline;

import static java.util.Objects.requireNonNull;

import dev.imagemill.imageop.AlphaMode;
import dev.imagemill.imageop.ImageSize;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes colours and alpha from one meaning of alpha to another; an image without alpha stays as it is.
 *
 * <p>Every other operation, and every output format, takes alpha to be straight.
 *
 * @param from what alpha means in the image
 * @param to what it is to mean
 */
public record Alpha(AlphaMode from, AlphaMode to) implements Operation {
    private static final ValueType<AlphaMode> MEANING = ValueType.choice(List.of(AlphaMode.values()), Alpha::word);
    private static final Parameter<AlphaMode> FROM =
            Parameter.optional("from", MEANING, AlphaMode.STRAIGHT, "What alpha means in the image.");
    private static final Parameter<AlphaMode> TO = Parameter.required(
            "to",
            MEANING,
            "What it is to mean: coverage that colours do not depend on, coverage that they are multiplied by,"
                    + " a channel of its own, or nothing, which makes the image opaque.");

    static final OperationType TYPE = new OperationType(
                    "alpha",
                    "Changes colours and alpha from one meaning of alpha to another.",
                    List.of(FROM, TO),
                    object -> new Alpha(object.get(FROM), object.get(TO)))
            .like("{\"op\":\"alpha\",\"from\":\"premultiplied\",\"to\":\"straight\"}");

    public Alpha {
        requireNonNull(from, "from is null");
        requireNonNull(to, "to is null");
    }

    private static String word(AlphaMode meaning) {
        return meaning.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String op() {
        return TYPE.op();
    }

    @Override
    public boolean hasEffect(ImageSize in) {
        boolean packed = from == AlphaMode.CHANNEL_PACKED || to == AlphaMode.CHANNEL_PACKED;
        return !packed && (from == AlphaMode.NONE || from != to);
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = TYPE.begin();
        FROM.write(from, json);
        TO.write(to, json);
        return json;
    }
}
