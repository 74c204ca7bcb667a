package dev.imagemill.cli.demo;

import dev.imagemill.cli.client.JobFailure;
import dev.imagemill.cli.client.Problem;
import dev.imagemill.cli.client.Rendition;
import dev.imagemill.cli.client.UploadedImage;
import java.util.List;
import java.util.Set;

/** What became of one file. */
sealed interface Outcome {
    /** Codes that say the file itself is at fault; every other code is the server's trouble. */
    Set<String> FILE_AT_FAULT = Set.of(
            "empty-body",
            "not-an-image",
            "media-type-mismatch",
            "corrupt-image",
            "unsupported-image",
            "too-many-bytes",
            "too-many-pixels",
            "side-too-long",
            "too-many-pages");

    /** Name of the file. */
    String name();

    /** Whether nothing is wrong with the server: all renditions are there, or the file is to blame. */
    boolean isExplained();

    /** The upload was not taken. */
    record Refused(String name, Problem problem) implements Outcome {
        @Override
        public boolean isExplained() {
            return FILE_AT_FAULT.contains(problem.codeOrUnknown());
        }
    }

    /**
     * The upload was taken and the job tried its renditions.
     *
     * @param ready renditions that can be fetched
     * @param failures one for each rendition that could not be made
     * @param wanted how many renditions there should be
     */
    record Taken(UploadedImage image, List<Rendition> ready, List<JobFailure> failures, int wanted) implements Outcome {
        @Override
        public String name() {
            return image.name();
        }

        boolean isWhole() {
            return ready.size() == wanted;
        }

        @Override
        public boolean isExplained() {
            boolean blamed = !failures.isEmpty()
                    && failures.stream().allMatch(failure -> FILE_AT_FAULT.contains(failure.code()));
            return isWhole() || blamed;
        }
    }
}
