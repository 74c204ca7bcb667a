package dev.imagemill.storage.verification;

import dev.imagemill.contract.store.ObjectMetadata;
import dev.imagemill.contract.store.Sha256;
import dev.imagemill.platform.blobstore.BlobNotFound;
import dev.imagemill.platform.blobstore.BlobStore;
import dev.imagemill.platform.blobstore.ObjectStream;
import dev.imagemill.platform.blobstore.StoredObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Optional;

/** Looks at a single object that a row speaks of, closer than the listing can. */
final class Examination {
    private final BlobStore blobs;
    private final boolean digests;

    /**
     * @param blobs the bucket
     * @param digests whether bytes are read
     */
    Examination(BlobStore blobs, boolean digests) {
        this.blobs = blobs;
        this.digests = digests;
    }

    /** Whether an object of that length has to be examined. */
    boolean isNeeded(CatalogueRow row, long listedBytes) {
        return digests || row.bytes() != listedBytes;
    }

    /** What is wrong with the object, if anything. */
    Optional<Finding> examine(Section section, CatalogueRow row) {
        String key = section.prefix() + row.digest();
        try {
            StoredObject object = blobs.stat(key).orElseThrow(() -> new BlobNotFound(key));
            return examine(section, row, object);
        } catch (BlobNotFound missing) {
            return Optional.of(new Finding(section.missing(), key, row.bytes() + " bytes"));
        }
    }

    private Optional<Finding> examine(Section section, CatalogueRow row, StoredObject object) {
        String stated = switch (section) {
            case BLOBS -> row.digest();
            case RENDITIONS -> object.metadata().getOrDefault(ObjectMetadata.SHA256, row.sha256());
        };
        if (stated.equals(row.sha256()) && object.bytes() != row.bytes()) {
            String detail = "%d bytes instead of %d".formatted(object.bytes(), row.bytes());
            return Optional.of(new Finding(section.damaged(), object.key(), detail));
        }
        if (digests) {
            String actual = digest(object.key());
            if (!actual.equals(stated)) {
                return Optional.of(
                        new Finding(section.damaged(), object.key(), "the digest of its bytes is " + actual));
            }
        }
        return stated.equals(row.sha256())
                ? Optional.empty()
                : Optional.of(new Finding(FindingKind.REMADE_RENDITION, object.key(), "its digest is " + stated));
    }

    private String digest(String key) {
        MessageDigest digest = Sha256.digest();
        try (ObjectStream bytes = blobs.open(key)) {
            bytes.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        } catch (IOException e) {
            throw new UncheckedIOException(key + " could not be read", e);
        }
        return Sha256.hex(digest.digest());
    }
}
