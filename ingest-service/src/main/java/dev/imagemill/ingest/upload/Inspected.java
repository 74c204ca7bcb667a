package dev.imagemill.ingest.upload;

import dev.imagemill.codec.ImageInfo;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.platform.body.Content;

/** One file of an upload after it was looked at. */
sealed interface Inspected {
    /** What the file is called. */
    String name();

    /** What identifies the file's content within a request that is repeated. */
    String fingerprint();

    /** An image that can be taken. */
    record Sound(int index, String name, Content content, ImageInfo info) implements Inspected {
        @Override
        public String fingerprint() {
            return content.sha256();
        }
    }

    /** A file that is refused, and why. */
    record Refused(String name, String fingerprint, Problem problem) implements Inspected {}
}
