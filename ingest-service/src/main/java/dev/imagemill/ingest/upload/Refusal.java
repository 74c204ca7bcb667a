package dev.imagemill.ingest.upload;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An upload of several files none of which was taken: one problem for the whole, with each file's own beside it. */
final class Refusal extends RuntimeException {
    private final transient List<RefusedFile> files;

    Refusal(List<RefusedFile> files) {
        super("none of " + files.size() + " files was taken");
        this.files = files;
    }

    /** The problem document: {@code no-file-accepted} and an {@code errors} list as in an answer. */
    Map<String, Object> document(String instance) {
        String detail = "None of the " + files.size() + " files was taken; \"errors\" says why for each";
        Map<String, Object> document = new LinkedHashMap<>(
                Problem.of(ProblemType.NO_FILE_ACCEPTED, detail).document());
        document.put("instance", instance);
        document.put("errors", files);
        return document;
    }
}
