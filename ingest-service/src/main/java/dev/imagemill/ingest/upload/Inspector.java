package dev.imagemill.ingest.upload;

import dev.imagemill.codec.CodecException;
import dev.imagemill.codec.CorruptImage;
import dev.imagemill.codec.ImageInfo;
import dev.imagemill.codec.LimitExceeded;
import dev.imagemill.codec.NotAnImage;
import dev.imagemill.codec.UnsupportedImage;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.ingest.receive.ReceivedFile;
import dev.imagemill.platform.body.Content;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at a received file: whether it is an image, within the limits, and what it claims to be. */
final class Inspector {
    private static final String OPEN_TYPE = "; say so, or application/octet-stream";

    private final Prober prober;

    Inspector(Prober prober) {
        this.prober = prober;
    }

    /**
     * Looks at one file.
     *
     * @param index place of the file in its upload, from 0
     * @param name what the client wants it called instead of its file name, or null
     */
    Inspected inspect(int index, ReceivedFile file, @Nullable String name) {
        return switch (file) {
            case ReceivedFile.Oversized oversized ->
                refused(
                        oversized,
                        name,
                        "oversized",
                        Problem.of(
                                ProblemType.TOO_MANY_BYTES,
                                "The file has more than the " + oversized.limit() + " bytes that one may have"));
            case ReceivedFile.Whole whole -> inspect(index, whole, name);
        };
    }

    private Inspected inspect(int index, ReceivedFile.Whole file, @Nullable String name) {
        Content content = file.content();
        if (content.bytes() == 0) {
            return refused(file, name, content.sha256(), Problem.of(ProblemType.EMPTY_BODY, "The file is empty"));
        }
        try {
            ImageInfo info = prober.probe(content);
            Optional<Problem> lie = lie(file, name, info.format().mediaType());
            return lie.isPresent()
                    ? refused(file, name, content.sha256(), lie.get())
                    : new Inspected.Sound(index, nameOf(file, name, content, info), content, info);
        } catch (CodecException e) {
            return refused(file, name, content.sha256(), Problem.of(problemType(e), sentence(e)));
        }
    }

    private static String nameOf(ReceivedFile file, @Nullable String name, Content content, ImageInfo info) {
        String fallback = "image-" + content.sha256().substring(0, 8) + "."
                + info.format().extension();
        return FileName.clean(name != null ? name : file.filename(), fallback);
    }

    private static Inspected refused(ReceivedFile file, @Nullable String name, String fingerprint, Problem problem) {
        return new Inspected.Refused(
                FileName.clean(name != null ? name : file.filename(), "unnamed"), fingerprint, problem);
    }

    private static Optional<Problem> lie(ReceivedFile file, @Nullable String name, String found) {
        return MediaTypes.ofContentType(file.contentType())
                .flatMap(type -> lie("The Content-Type", type, found, OPEN_TYPE))
                .or(() -> lie("The name", name, found))
                .or(() -> lie("The file name", file.filename(), found));
    }

    private static Optional<Problem> lie(String what, @Nullable String name, String found) {
        return MediaTypes.ofName(name)
                .flatMap(type -> lie(what + " \"" + FileName.clean(name, "") + "\"", type, found, ""));
    }

    private static Optional<Problem> lie(String what, String claimed, String found, String remedy) {
        return claimed.equals(found)
                ? Optional.empty()
                : Optional.of(Problem.of(
                        ProblemType.MEDIA_TYPE_MISMATCH,
                        what + " says " + claimed + ", but the content is " + found + remedy));
    }

    private static String sentence(CodecException e) {
        String message = String.valueOf(e.getMessage());
        return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
    }

    private static ProblemType problemType(CodecException e) {
        return switch (e) {
            case NotAnImage _ -> ProblemType.NOT_AN_IMAGE;
            case UnsupportedImage _ -> ProblemType.UNSUPPORTED_IMAGE;
            case CorruptImage _ -> ProblemType.CORRUPT_IMAGE;
            case LimitExceeded limit -> problemType(limit.limit());
        };
    }

    private static ProblemType problemType(LimitExceeded.Limit limit) {
        return switch (limit) {
            case BYTES -> ProblemType.TOO_MANY_BYTES;
            case SIDE -> ProblemType.SIDE_TOO_LONG;
            case PIXELS -> ProblemType.TOO_MANY_PIXELS;
            case PAGES -> ProblemType.TOO_MANY_PAGES;
        };
    }
}
