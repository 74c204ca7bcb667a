package dev.imagemill.cli.demo;

import dev.imagemill.cli.client.JobFailure;
import dev.imagemill.cli.client.UploadedImage;
import dev.imagemill.cli.terminal.Table;
import java.util.ArrayList;
import java.util.List;

/** Outcomes as a table for a person: what each file was, how many renditions came out, and otherwise why not. */
final class OutcomeTable {
    private static final String NONE = "-";

    private OutcomeTable() {}

    static Table of(List<Outcome> outcomes) {
        Table table = new Table("FILE", "SIZE", "MODE", "RENDITIONS", "REMARK");
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Refused refused ->
                    table.row(
                            refused.name(),
                            NONE,
                            NONE,
                            NONE,
                            "refused: " + refused.problem().codeOrUnknown() + ", "
                                    + refused.problem().sentence());
                case Outcome.Taken taken ->
                    table.row(
                            taken.name(),
                            taken.image().width() + "x" + taken.image().height(),
                            String.valueOf(taken.image().mode()),
                            taken.ready().size() + " of " + taken.wanted(),
                            remark(taken));
            }
        }
        return table;
    }

    private static String remark(Outcome.Taken taken) {
        List<String> remarks = new ArrayList<>();
        if (!taken.failures().isEmpty()) {
            JobFailure first = taken.failures().getFirst();
            remarks.add("failed: " + first.code() + ", " + first.problem().sentence());
        }
        UploadedImage image = taken.image();
        if (image.orientation() > 1 && taken.isWhole()) {
            remarks.add("turned upright from orientation " + image.orientation());
        }
        if (image.duplicate()) {
            remarks.add("blob was there");
        }
        return String.join("; ", remarks);
    }
}
