package dev.imagemill.transform.bench;

import static java.util.Objects.requireNonNull;

import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.imageop.Image;
import dev.imagemill.transform.engine.Source;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Watermarks that were decoded lately, up to a number of bytes; those that were not used for the longest time go first. A file's digest names its content, so
 * nothing on the shelf is ever out of date.
 */
public final class MarkShelf {
    /** For where there is nowhere to fetch watermarks from. */
    public static final MarkShelf EMPTY = new MarkShelf(0, (sha256, _, _) -> {
        throw new ProblemException(ProblemType.WATERMARK_MISSING, "there is nowhere to fetch watermarks from");
    });

    private static final float USUAL_LOAD = 0.75f;

    private final long mostBytes;
    private final MarkFiles files;
    private final Map<String, Image> kept = new LinkedHashMap<>(16, USUAL_LOAD, /* accessOrder= */ true);
    private long bytes;

    /**
     * @param mostBytes of pixels, of all watermarks together and so of any one
     * @param files what is not on the shelf
     */
    public MarkShelf(long mostBytes, MarkFiles files) {
        this.mostBytes = mostBytes;
        this.files = requireNonNull(files, "files is null");
    }

    long mostBytes() {
        return mostBytes;
    }

    synchronized Optional<Image> find(String sha256) {
        return Optional.ofNullable(kept.get(sha256));
    }

    Source fetch(String sha256, long mostFileBytes, Hand hand) throws InterruptedException {
        return files.fetch(sha256, mostFileBytes, hand);
    }

    /** Puts a watermark on the shelf, of no more than {@link #mostBytes()}. */
    synchronized void keep(String sha256, Image mark) {
        if (kept.put(sha256, mark) == null) {
            bytes += mark.segment().byteSize();
        }
        var oldest = kept.values().iterator();
        while (bytes > mostBytes && oldest.hasNext()) {
            bytes -= oldest.next().segment().byteSize();
            oldest.remove();
        }
    }
}
