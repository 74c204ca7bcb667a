package dev.imagemill.transform.wanted;

import dev.imagemill.contract.pipeline.Alpha;
import dev.imagemill.contract.pipeline.Convert;
import dev.imagemill.contract.pipeline.Flatten;
import dev.imagemill.contract.pipeline.Operation;
import dev.imagemill.contract.pipeline.Pad;
import dev.imagemill.contract.pipeline.Rotate;
import dev.imagemill.contract.pipeline.Scale;
import dev.imagemill.contract.pipeline.Split;
import dev.imagemill.imageop.AlphaMode;
import java.util.List;

/** Whether a picture may have transparent pixels, as far as its operations tell without looking at any. */
final class Transparency {
    private Transparency() {}

    static boolean after(List<Operation> operations, boolean alpha) {
        boolean transparent = alpha;
        for (Operation operation : operations) {
            transparent = after(operation, transparent);
        }
        return transparent;
    }

    private static boolean after(Operation operation, boolean before) {
        return switch (operation) {
            case Scale scale -> before || !scale.background().opaque();
            case Rotate rotate -> before || !rotate.background().opaque();
            case Pad pad -> before || !pad.background().opaque();
            case Convert convert -> before && convert.mode().hasAlpha();
            case Alpha meaning -> before && meaning.to() != AlphaMode.NONE;
            case Flatten _, Split _ -> false;
            default -> before;
        };
    }
}
