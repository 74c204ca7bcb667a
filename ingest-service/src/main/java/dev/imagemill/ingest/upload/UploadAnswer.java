package dev.imagemill.ingest.upload;

import java.util.List;

/** The answer to an upload of which at least one image was taken, in the order of its files. */
record UploadAnswer(List<AcceptedImage> images, List<RefusedFile> errors) {}
