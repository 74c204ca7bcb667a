package dev.imagemill.contract.pipeline;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes some of the frames of an animation, or of the pages of a document, in any order.
 *
 * <p>Every other operation is done to each frame alike, so it does not matter between which of them this one stands. What an operation finds out from pixels,
 * it finds out from all frames that are taken.
 *
 * @param slice which frames, as a Python slice; or null
 * @param indexes numbers of the frames from 0, counted from the last if they are negative, then slice is null; or null
 */
public record Frames(@Nullable Slice slice, @Nullable List<Integer> indexes) implements Operation {
    private static final int MOST = 1000;
    private static final ValueType<Integer> INDEX = ValueType.integer(-99_999, 99_999);

    private static final Parameter<Slice> SLICE = Parameter.optional(
            "slice",
            SliceText.TYPE,
            "Frames to take, as start:stop:step; a negative position counts from the end, a negative step runs backwards.");
    private static final Parameter<List<Integer>> INDEXES = Parameter.optional(
            "indexes",
            new ValueType<>(
                    "an array of 1 to " + MOST + " integers from -99999 to 99999",
                    schema(),
                    Frames::list,
                    Frames::array),
            "Numbers of the frames to take, from 0, in their order; a negative number counts from the end.");

    static final OperationType TYPE = new OperationType(
                    "frames",
                    "Takes some of the frames of an animation, or of the pages of a document.",
                    List.of(SLICE, INDEXES),
                    Frames::read,
                    Frames::addRule)
            .like("{\"op\":\"frames\",\"indexes\":[0]}");

    public Frames {
        if ((slice == null) == (indexes == null)) {
            throw new IllegalArgumentException("expected either a slice or indexes");
        }
        slice = slice == null ? null : SliceText.canonical(slice);
        indexes = indexes == null ? null : List.copyOf(indexes);
        INDEXES.check(indexes);
    }

    /** The first frame only. */
    public static Frames first() {
        return new Frames(null, List.of(0));
    }

    private static Frames read(StrictObject object) {
        if (object.has(SLICE.name()) == object.has(INDEXES.name())) {
            throw object.problem(object.pointer(), "expected either slice or indexes");
        }
        return new Frames(object.find(SLICE), object.find(INDEXES));
    }

    private static void addRule(ObjectNode schema) {
        ArrayNode either = schema.putArray("oneOf");
        either.addObject().putArray("required").add(SLICE.name());
        either.addObject().putArray("required").add(INDEXES.name());
    }

    private static Optional<List<Integer>> list(JsonNode node) {
        if (!node.isArray() || node.isEmpty() || node.size() > MOST) {
            return Optional.empty();
        }
        List<Integer> indexes = new ArrayList<>();
        node.forEach(index -> INDEX.reader().apply(index).ifPresent(indexes::add));
        return indexes.size() == node.size() ? Optional.of(indexes) : Optional.empty();
    }

    private static JsonNode array(List<Integer> indexes) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        indexes.forEach(list::add);
        return list;
    }

    private static ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance
                .objectNode()
                .put("type", "array")
                .put("minItems", 1)
                .put("maxItems", MOST);
        schema.set("items", INDEX.schema());
        return schema;
    }

    /**
     * Which frames are taken of so many.
     *
     * @return their numbers from 0, at least one
     * @throws ProblemException {@code operation-out-of-bounds} if there is no such frame
     */
    public int[] select(int count) {
        if (slice != null) {
            int[] selected = slice.indices(count).toArray();
            if (selected.length == 0) {
                throw outside("/slice", "the slice " + slice + " selects none of the " + count + " frames");
            }
            return selected;
        }
        return indexes == null ? new int[0] : positions(indexes, count);
    }

    private static int[] positions(List<Integer> indexes, int count) {
        int[] selected = new int[indexes.size()];
        for (int i = 0; i < selected.length; i++) {
            int index = indexes.get(i);
            selected[i] = index < 0 ? count + index : index;
            if (selected[i] < 0 || selected[i] >= count) {
                throw outside("/indexes/" + i, "there is no frame " + index + " among " + count);
            }
        }
        return selected;
    }

    private static ProblemException outside(String pointer, String detail) {
        return Problem.at(ProblemType.OPERATION_OUT_OF_BOUNDS, pointer, detail).exception();
    }

    @Override
    public String op() {
        return TYPE.op();
    }

    @Override
    public ImageSize resultSize(ImageSize in) {
        return in;
    }

    /** Always true: whether it has, only the number of frames tells. */
    @Override
    public boolean hasEffect(ImageSize in) {
        return true;
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = TYPE.begin();
        INDEXES.write(indexes, json);
        SLICE.write(slice, json);
        return json;
    }
}
