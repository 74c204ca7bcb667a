package dev.imagemill.transform.rendition;

import dev.imagemill.contract.event.BlobRef;
import dev.imagemill.contract.event.ItemResult;
import dev.imagemill.contract.event.WantedRendition;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.contract.store.ObjectKeys;
import dev.imagemill.contract.store.ObjectMetadata;
import dev.imagemill.contract.store.Sha256;
import dev.imagemill.platform.blobstore.BlobNotFound;
import dev.imagemill.platform.blobstore.BlobStore;
import dev.imagemill.platform.blobstore.BlobStoreUnavailable;
import dev.imagemill.platform.blobstore.ObjectStream;
import dev.imagemill.platform.blobstore.StoredObject;
import dev.imagemill.transform.bench.Hand;
import dev.imagemill.transform.bench.Stages;
import dev.imagemill.transform.bench.Stages.Stage;
import dev.imagemill.transform.bench.TemporaryFile;
import dev.imagemill.transform.engine.Outcome;
import dev.imagemill.transform.engine.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** Renditions and sources in the blob store. What a rendition's event must tell is kept with it as metadata. */
public final class RenditionStore {
    /** Sources up to this many bytes are fetched into memory, larger ones into a file. */
    public static final long MOST_IN_MEMORY = 8L << 20;

    private static final String WIDTH = "width";
    private static final String HEIGHT = "height";

    private final BlobStore blobs;
    private final Patience patience;
    private final Stages stages;

    public RenditionStore(BlobStore blobs, Patience patience) {
        this(blobs, patience, Stages.UNSEEN);
    }

    RenditionStore(BlobStore blobs, Patience patience, Stages stages) {
        this.blobs = blobs;
        this.patience = patience;
        this.stages = stages;
    }

    /** The rendition, if it was made before. */
    Optional<ItemResult.Stored> find(WantedRendition wanted) throws InterruptedException {
        return patience.call(BlobStoreUnavailable.class, () -> blobs.stat(wanted.objectKey()))
                .flatMap(object -> reused(wanted, object));
    }

    /** The rendition's bytes, if it was made before; to be closed. */
    Optional<Renditions.Opened> open(WantedRendition wanted) throws InterruptedException {
        try {
            ObjectStream stream = patience.call(BlobStoreUnavailable.class, () -> blobs.open(wanted.objectKey()));
            Optional<ItemResult.Stored> facts = reused(wanted, stream.object());
            if (facts.isEmpty()) {
                close(stream);
            }
            return facts.map(known -> new Renditions.Opened(known, stream));
        } catch (BlobNotFound missing) {
            return Optional.empty();
        }
    }

    private static void close(ObjectStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is known of a source; empty if it is not stored. */
    Optional<BlobRef> stat(String sha256) throws InterruptedException {
        return patience.call(BlobStoreUnavailable.class, () -> blobs.stat(ObjectKeys.blob(sha256)))
                .map(object -> new BlobRef(sha256, object.bytes(), object.mediaType()));
    }

    /** A source, to be read and closed. Throws {@link BlobNotFound} if it is not there. */
    OpenSource openSource(String sha256) throws InterruptedException {
        ObjectStream stream = patience.call(BlobStoreUnavailable.class, () -> blobs.open(ObjectKeys.blob(sha256)));
        StoredObject object = stream.object();
        return new OpenSource(this, new BlobRef(sha256, object.bytes(), object.mediaType()), stream);
    }

    /** A source, in memory or in a temporary file. Throws {@link dev.imagemill.platform.blobstore.BlobNotFound} if it is not there. */
    Source fetch(BlobRef blob, Hand hand) throws InterruptedException {
        return stages.time(Stage.FETCH, work -> {
            work.tag("imagemill.blob.sha256", blob.sha256()).tag("imagemill.blob.bytes", blob.bytes());
            return blob.bytes() <= MOST_IN_MEMORY
                    ? Source.of(source(blob))
                    : Source.of(hand.hold(sourceFile(blob)).path());
        });
    }

    /**
     * The file of a watermark, in memory or in a temporary file.
     *
     * @throws ProblemException {@code watermark-missing}, or {@code too-many-bytes} above {@code mostBytes}
     */
    public Source fetchMark(String sha256, long mostBytes, Hand hand) throws InterruptedException {
        BlobRef blob = stat(sha256, mostBytes)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.WATERMARK_MISSING, "its file " + sha256 + " is not in object storage"));
        return fetch(blob, hand);
    }

    /**
     * The file of a colour profile; empty if it is not there.
     *
     * @throws ProblemException {@code too-many-bytes} above {@code mostBytes}
     */
    public Optional<byte[]> fetchProfile(String sha256, long mostBytes) throws InterruptedException {
        Optional<BlobRef> blob = stat(sha256, mostBytes);
        return blob.isPresent() ? Optional.of(source(blob.get())) : Optional.empty();
    }

    private Optional<BlobRef> stat(String sha256, long mostBytes) throws InterruptedException {
        Optional<BlobRef> blob = stat(sha256);
        blob.filter(present -> present.bytes() > mostBytes).ifPresent(large -> {
            throw new ProblemException(
                    ProblemType.TOO_MANY_BYTES,
                    "it has " + large.bytes() + " bytes, and at most " + mostBytes + " are allowed");
        });
        return blob;
    }

    private byte[] source(BlobRef blob) throws InterruptedException {
        return patience.call(BlobStoreUnavailable.class, () -> blobs.get(blob.objectKey()));
    }

    private TemporaryFile sourceFile(BlobRef blob) throws InterruptedException {
        TemporaryFile file = TemporaryFile.create("source-");
        try {
            patience.call(BlobStoreUnavailable.class, () -> {
                blobs.get(blob.objectKey(), file.path());
                return file;
            });
            return file;
        } catch (RuntimeException | InterruptedException failure) {
            file.close();
            throw failure;
        }
    }

    /**
     * Puts a rendition into the blob store, unless another worker has done so meanwhile: what is told of a rendition must
     * be true of the one that stays.
     */
    ItemResult.Stored store(WantedRendition wanted, Outcome.Rendered rendered) throws InterruptedException {
        return stages.time(Stage.STORE, work -> {
            work.tag("imagemill.rendition", wanted.name()).tag("imagemill.rendition.key", wanted.key());
            return put(wanted, rendered);
        });
    }

    private ItemResult.Stored put(WantedRendition wanted, Outcome.Rendered rendered) throws InterruptedException {
        byte[] bytes = rendered.bytes();
        String sha256 = Sha256.of(bytes);
        int width = rendered.size().width();
        int height = rendered.size().height();
        Map<String, String> metadata =
                Map.of(ObjectMetadata.SHA256, sha256, WIDTH, Integer.toString(width), HEIGHT, Integer.toString(height));
        ItemResult.Stored made = new ItemResult.Stored(
                wanted.item(), wanted.key(), bytes.length, sha256, rendered.mediaType(), width, height, false);
        return patience.call(BlobStoreUnavailable.class, () -> {
            Optional<StoredObject> present =
                    blobs.putIfAbsent(wanted.objectKey(), bytes, rendered.mediaType(), metadata);
            if (present.isEmpty()) {
                return made;
            }
            Optional<ItemResult.Stored> other = present.flatMap(object -> reused(wanted, object));
            if (other.isEmpty()) {
                blobs.put(wanted.objectKey(), bytes, rendered.mediaType(), metadata);
                return made;
            }
            // The one that is there is this very one if only the answer to its writing was lost.
            return other.get().sha256().equals(sha256) ? made : other.get();
        });
    }

    /** An object without the metadata that belongs to a rendition was not written by a worker, and is made again. */
    private static Optional<ItemResult.Stored> reused(WantedRendition wanted, StoredObject object) {
        Map<String, String> metadata = object.metadata();
        String sha256 = metadata.get(ObjectMetadata.SHA256);
        String width = metadata.get(WIDTH);
        String height = metadata.get(HEIGHT);
        if (sha256 == null || width == null || height == null || object.bytes() == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ItemResult.Stored(
                    wanted.item(),
                    wanted.key(),
                    object.bytes(),
                    sha256,
                    object.mediaType(),
                    Integer.parseInt(width),
                    Integer.parseInt(height),
                    true));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
