package dev.imagemill.contract.pipeline;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Limits every component to the values that the image's mode allows, as PEP 368's {@code clip}; only YV12 allows fewer than its bits hold. */
public record Clip() implements Operation {
    static final OperationType TYPE = new OperationType(
            "clip", "Limits every component to the values that the image's mode allows.", List.of(), _ -> new Clip());

    @Override
    public String op() {
        return TYPE.op();
    }

    @Override
    public ObjectNode json() {
        return TYPE.begin();
    }
}
