package dev.imagemill.ingest.receive;

import dev.imagemill.platform.body.Content;
import org.jspecify.annotations.Nullable;

/** One file of an upload, with what the client says of it. */
public sealed interface ReceivedFile extends AutoCloseable {
    /** The file's name as the client gave it, or null. */
    @Nullable
    String filename();

    /** The media type that the client claims, or null. */
    @Nullable
    String contentType();

    @Override
    void close();

    /** A file that arrived whole. */
    record Whole(@Nullable String filename, @Nullable String contentType, Content content) implements ReceivedFile {
        @Override
        public void close() {
            content.close();
        }
    }

    /** A file that has more bytes than one may have; none of them was kept. */
    record Oversized(@Nullable String filename, @Nullable String contentType, long limit) implements ReceivedFile {
        @Override
        public void close() {
            // there is nothing to let go
        }
    }
}
