package dev.imagemill.contract.store;

/** Names of the metadata that an object carries, so that it can be described without asking the catalogue. */
public final class ObjectMetadata {
    /** Digest of the object's bytes, 64 lower-case hexadecimal digits. */
    public static final String SHA256 = "sha256";

    private ObjectMetadata() {}
}
