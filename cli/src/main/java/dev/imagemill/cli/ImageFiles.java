package dev.imagemill.cli;

import dev.imagemill.cli.client.UploadFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of one or several folders, told apart by name: what an image's extension promises is taken (whether it
 * keeps the promise, the server finds out), the rest is left and listed. Hidden files are not looked at.
 *
 * @param images in the order of their names, named by their path below the folder they were found in
 * @param skipped names of the others
 */
public record ImageFiles(List<UploadFile> images, List<String> skipped) {
    private static final Set<String> EXTENSIONS = Set.of(
            "jpg", "jpeg", "jpe", "jfif", "png", "webp", "avif", "heic", "heif", "gif", "tif", "tiff", "svg", "bmp",
            "tga", "hdr", "psd", "ico", "pnm", "ppm", "pgm", "pbm", "sgi");

    /**
     * Looks through files and folders; a file that is named outright is always taken.
     *
     * @throws IOException if one of them cannot be read
     */
    public static ImageFiles in(List<Path> filesAndFolders) throws IOException {
        List<UploadFile> images = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        for (Path path : filesAndFolders) {
            if (Files.isDirectory(path)) {
                walk(path, images, skipped);
            } else {
                images.add(new UploadFile(String.valueOf(path.getFileName()), path));
            }
        }
        return new ImageFiles(List.copyOf(images), List.copyOf(skipped));
    }

    private static void walk(Path folder, List<UploadFile> images, List<String> skipped) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                Path below = folder.relativize(file);
                if (isHidden(below)) {
                    continue;
                }
                String name = below.toString().replace('\\', '/');
                if (EXTENSIONS.contains(extension(name))) {
                    images.add(new UploadFile(name, file));
                } else {
                    skipped.add(name);
                }
            }
        }
    }

    private static boolean isHidden(Path below) {
        for (Path part : below) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
