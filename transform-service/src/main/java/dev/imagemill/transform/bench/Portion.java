package dev.imagemill.transform.bench;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.transform.engine.SourcePlan;
import java.util.ArrayList;
import java.util.List;

/**
 * Renditions that are made of one decoding of their source: all that are wanted if there is memory for that, and otherwise, one portion after the
 * other, no more than there is memory for.
 */
sealed interface Portion {
    /**
     * Renditions that are made together.
     *
     * @param plan for them
     * @param wanted positions of their pipelines
     */
    record Possible(SourcePlan plan, List<Integer> wanted) implements Portion {}

    /**
     * One that there is no memory for even alone.
     *
     * @param index position of its pipeline
     * @param problem what to say about it
     */
    record TooLarge(int index, Problem problem) implements Portion {}

    /** Portions that hold every wanted rendition once, in their order but for those that are too large. */
    static List<Portion> of(SourcePlan plan, List<Integer> wanted, MemoryBudget memory) {
        if (fits(plan, memory)) {
            return List.of(new Possible(plan, wanted));
        }
        List<Portion> portions = new ArrayList<>();
        List<Integer> together = new ArrayList<>();
        for (int index : wanted) {
            SourcePlan alone = plan.only(List.of(index));
            if (!fits(alone, memory)) {
                portions.add(new TooLarge(index, memory.tooMuch(alone.memory())));
                continue;
            }
            together.add(index);
            if (!fits(plan.only(together), memory)) {
                together.removeLast();
                portions.add(possible(plan, together));
                together = new ArrayList<>(List.of(index));
            }
        }
        if (!together.isEmpty()) {
            portions.add(possible(plan, together));
        }
        return portions;
    }

    private static boolean fits(SourcePlan plan, MemoryBudget memory) {
        return !plan.needsPixels() || memory.fits(plan.memory());
    }

    private static Possible possible(SourcePlan plan, List<Integer> wanted) {
        return new Possible(plan.only(wanted), List.copyOf(wanted));
    }
}
