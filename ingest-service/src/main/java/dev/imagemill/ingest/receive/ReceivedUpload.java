package dev.imagemill.ingest.receive;

import java.util.ArrayList;
import java.util.List;

/** All of one upload, at rest until it is closed. */
public final class ReceivedUpload implements AutoCloseable {
    private final List<ReceivedFile> files = new ArrayList<>();
    private final Fields fields = new Fields();

    ReceivedUpload() {}

    /** The files in the order in which they came; at least one. */
    public List<ReceivedFile> files() {
        return List.copyOf(files);
    }

    /** What was said beside them. */
    public Fields fields() {
        return fields;
    }

    void add(ReceivedFile file) {
        files.add(file);
    }

    int count() {
        return files.size();
    }

    @Override
    public void close() {
        files.forEach(ReceivedFile::close);
    }
}
