package dev.imagemill.contract.pipeline;

import dev.imagemill.imageop.Slice;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** How a slice is written in a document: as in Python, with bounds of at most five digits and no blanks. */
final class SliceText {
    private static final String BOUND = "(-?[0-9]{1,5})?";
    private static final String PATTERN = "^" + BOUND + ":" + BOUND + "(:(-?0*[1-9][0-9]{0,4})?)?$";

    static final ValueType<Slice> TYPE = new ValueType<>(
            "a slice as \"start:stop\" or \"start:stop:step\", each a whole number or left out, the step not 0",
            JsonNodeFactory.instance.objectNode().put("type", "string").put("pattern", PATTERN),
            node -> node.isString() && Pattern.matches(PATTERN, node.stringValue())
                    ? Optional.of(canonical(Slice.parse(node.stringValue())))
                    : Optional.empty(),
            slice -> StringNode.valueOf(slice.toString()));

    private SliceText() {}

    /** The same slice with what goes without saying left out. */
    static Slice canonical(Slice slice) {
        Integer step = slice.step();
        Integer start = slice.start();
        boolean forwards = step == null || step > 0;
        @Nullable Integer first = forwards && start != null && start == 0 ? null : start;
        return new Slice(first, slice.stop(), step != null && step == 1 ? null : step);
    }
}
