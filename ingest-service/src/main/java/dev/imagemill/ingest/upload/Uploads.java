package dev.imagemill.ingest.upload;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.contract.store.Sha256;
import dev.imagemill.ingest.receive.Field;
import dev.imagemill.ingest.receive.Fields;
import dev.imagemill.ingest.receive.ReceivedFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes uploads. First everything that can be wrong with one is looked at; then the bytes are stored; then the images are announced;
 * only then is it acknowledged. So a failure at any point leaves at most bytes that nothing refers to, and an event always finds its
 * blob.
 */
final class Uploads {
    private final WishReader wishReader;
    private final Inspector inspector;
    private final IdempotentAnswers answers;
    private final BlobKeeper blobs;
    private final Announcer announcer;
    private final UploadMeters meters;

    Uploads(
            WishReader wishReader,
            Inspector inspector,
            IdempotentAnswers answers,
            BlobKeeper blobs,
            Announcer announcer,
            UploadMeters meters) {
        this.wishReader = wishReader;
        this.inspector = inspector;
        this.answers = answers;
        this.blobs = blobs;
        this.announcer = announcer;
        this.meters = meters;
    }

    /**
     * Takes the files of one upload.
     *
     * @throws dev.imagemill.contract.problem.ProblemException if nothing of it is taken
     * @throws Refusal if it has several files and none of them is good
     */
    UploadAnswer take(List<ReceivedFile> files, Fields fields, @Nullable IdempotencyKey key) {
        String name = name(files, fields);
        Wishes wishes = wishReader.read(fields);
        List<Inspected> inspected = inspect(files, name);
        return answers.replayOr(key, fingerprint(inspected, wishes), () -> take(inspected, wishes, key));
    }

    private static @Nullable String name(List<ReceivedFile> files, Fields fields) {
        String name = fields.get(Field.NAME);
        if (name != null && files.size() > 1) {
            throw Problem.at(
                            ProblemType.INVALID_REQUEST,
                            Field.NAME.pointer(),
                            "A name is for a single file; among several each goes by its file name")
                    .exception();
        }
        return name;
    }

    private List<Inspected> inspect(List<ReceivedFile> files, @Nullable String name) {
        List<Inspected> inspected = new ArrayList<>();
        for (ReceivedFile file : files) {
            inspected.add(inspector.inspect(inspected.size(), file, name));
        }
        return inspected;
    }

    private static String fingerprint(List<Inspected> files, Wishes wishes) {
        StringBuilder text = new StringBuilder(wishes.fingerprint());
        files.forEach(
                file -> text.append('\n').append(file.fingerprint()).append(' ').append(file.name()));
        return Sha256.of(text.toString());
    }

    private UploadAnswer take(List<Inspected> files, Wishes wishes, @Nullable IdempotencyKey key) {
        List<Inspected.Sound> images = only(files, Inspected.Sound.class);
        List<RefusedFile> errors = only(files, Inspected.Refused.class).stream()
                .map(file -> new RefusedFile(file.name(), file.problem().document()))
                .toList();
        meters.refused(errors.size());
        if (images.isEmpty()) {
            throw refusal(files, errors);
        }
        List<TakenImage> taken = store(images, key);
        announcer.announce(taken, wishes);
        meters.taken(taken);
        return new UploadAnswer(taken.stream().map(TakenImage::answer).toList(), errors);
    }

    private List<TakenImage> store(List<Inspected.Sound> images, @Nullable IdempotencyKey key) {
        Map<String, Boolean> wasThere = blobs.keep(images);
        Set<String> seen = new HashSet<>();
        return images.stream()
                .map(image -> {
                    String sha256 = image.content().sha256();
                    boolean duplicate = !seen.add(sha256) || Boolean.TRUE.equals(wasThere.get(sha256));
                    return new TakenImage(IdempotencyKey.imageId(key, image), image, duplicate);
                })
                .toList();
    }

    private static RuntimeException refusal(List<Inspected> files, List<RefusedFile> errors) {
        return files.size() == 1 && files.getFirst() instanceof Inspected.Refused refused
                ? refused.problem().exception()
                : new Refusal(errors);
    }

    private static <T extends Inspected> List<T> only(List<Inspected> files, Class<T> kind) {
        return files.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
