package dev.imagemill.cli.client;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the files of one or several upload requests. */
public record UploadAnswer(List<UploadedImage> images, List<RefusedUpload> errors) {
    public UploadAnswer(@Nullable List<UploadedImage> images, @Nullable List<RefusedUpload> errors) {
        this.images = images == null ? List.of() : List.copyOf(images);
        this.errors = errors == null ? List.of() : List.copyOf(errors);
    }

    static UploadAnswer refused(UploadFile file, Problem problem) {
        return new UploadAnswer(List.of(), List.of(new RefusedUpload(file.name(), problem)));
    }

    /** Both answers as one. */
    public UploadAnswer and(UploadAnswer other) {
        List<UploadedImage> allImages = new ArrayList<>(images);
        allImages.addAll(other.images);
        List<RefusedUpload> allErrors = new ArrayList<>(errors);
        allErrors.addAll(other.errors);
        return new UploadAnswer(allImages, allErrors);
    }
}
