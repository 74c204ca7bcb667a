package dev.imagemill.contract.pipeline;

import static java.util.Objects.requireNonNull;

import dev.imagemill.imageop.ImageSize;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Adds a border.
 *
 * @param top 0..65500, in pixels
 * @param right 0..65500, in pixels
 * @param bottom 0..65500, in pixels
 * @param left 0..65500, in pixels
 * @param extend what the border shows
 * @param background the border's colour with {@link Extend#BACKGROUND}; if it is not opaque, an image without alpha gets alpha
 */
public record Pad(int top, int right, int bottom, int left, Extend extend, Color background) implements Operation {
    private static final Parameter<Integer> TOP = border("top", "above");
    private static final Parameter<Integer> RIGHT = border("right", "to the right of");
    private static final Parameter<Integer> BOTTOM = border("bottom", "below");
    private static final Parameter<Integer> LEFT = border("left", "to the left of");
    private static final Parameter<Extend> EXTEND = Parameter.optional(
            "extend",
            ValueType.choice(Extend.class),
            Extend.BACKGROUND,
            "What the border shows: the background, the edge's pixels, the image mirrored or the image repeated.");
    private static final Parameter<Color> BACKGROUND = Parameter.optional(
            "background",
            ValueType.color(),
            Color.BLACK,
            "Colour of the border, only with extend background. If it is not opaque, an image without alpha gets alpha.");

    static final OperationType TYPE = new OperationType(
                    "pad",
                    "Adds a border.",
                    List.of(TOP, RIGHT, BOTTOM, LEFT, EXTEND, BACKGROUND),
                    Pad::read,
                    Pad::addRule)
            .like("{\"op\":\"pad\",\"top\":20,\"right\":20,\"bottom\":60,\"left\":20,\"background\":\"#ffffff\"}");

    public Pad {
        requireNonNull(extend, "extend is null");
        requireNonNull(background, "background is null");
        TOP.check(top);
        RIGHT.check(right);
        BOTTOM.check(bottom);
        LEFT.check(left);
        if (extend != Extend.BACKGROUND && !BACKGROUND.absent(background)) {
            throw new IllegalArgumentException("background does not go with extend " + extend);
        }
    }

    private static Parameter<Integer> border(String name, String where) {
        return Parameter.optional(
                        name, ValueType.integer(0, Pipeline.MAX_SIDE), 0, "Pixels to add " + where + " the image.")
                .in(Parameter.Unit.PIXELS);
    }

    private static Pad read(StrictObject object) {
        Extend extend = object.get(EXTEND);
        if (extend != Extend.BACKGROUND && object.has(BACKGROUND.name())) {
            throw object.problem(
                    object.pointer(BACKGROUND.name()),
                    "background goes only with extend \"background\", and extend is \"" + extend.id() + '"');
        }
        return new Pad(
                object.get(TOP),
                object.get(RIGHT),
                object.get(BOTTOM),
                object.get(LEFT),
                extend,
                object.get(BACKGROUND));
    }

    private static void addRule(ObjectNode schema) {
        schema.putObject("dependentSchemas")
                .putObject(BACKGROUND.name())
                .putObject("properties")
                .putObject(EXTEND.name())
                .put("const", Extend.BACKGROUND.id());
    }

    @Override
    public String op() {
        return TYPE.op();
    }

    @Override
    public ImageSize resultSize(ImageSize in) {
        return Sides.size((long) left + in.width() + right, (long) top + in.height() + bottom);
    }

    @Override
    public boolean hasEffect(ImageSize in) {
        return (top | right | bottom | left) != 0;
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = TYPE.begin();
        BACKGROUND.write(background, json);
        BOTTOM.write(bottom, json);
        EXTEND.write(extend, json);
        LEFT.write(left, json);
        RIGHT.write(right, json);
        TOP.write(top, json);
        return json;
    }
}
