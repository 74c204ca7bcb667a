package dev.imagemill.cli;

import dev.imagemill.cli.client.ImagemillClient;
import dev.imagemill.cli.client.RefusedUpload;
import dev.imagemill.cli.client.UploadAnswer;
import dev.imagemill.cli.client.UploadedImage;
import dev.imagemill.cli.terminal.ProgressBar;
import dev.imagemill.cli.terminal.Table;
import dev.imagemill.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code imagemill upload}: sends files, shows what was taken and what was refused. */
@Command(
        name = "upload",
        description = "Upload image files, or the images of folders.",
        mixinStandardHelpOptions = true)
final class UploadCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ServerOption server = new ServerOption();

    @Parameters(paramLabel = "FILE|FOLDER", arity = "1..*", description = "what to upload; folders with all below them")
    private List<Path> paths = List.of();

    @Option(names = "--preset", paramLabel = "NAME", description = "make this preset's renditions at once")
    private @Nullable String preset;

    @Option(names = "--pipeline", paramLabel = "JSON", description = "make a rendition by this pipeline at once")
    private @Nullable String pipeline;

    UploadCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        requirePaths();
        ImageFiles files = ImageFiles.in(paths);
        try (ImagemillClient client = server.client()) {
            ProgressBar bar = new ProgressBar(terminal, "upload");
            UploadAnswer answer = client.upload(files.images(), fields(), (sent, total) -> bar.show(sent, total, ""));
            bar.finish();
            show(answer, files.skipped());
            return answer.errors().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    private void requirePaths() {
        for (Path path : paths) {
            if (!Files.exists(path) && spec != null) {
                throw new ParameterException(spec.commandLine(), "no such file or folder: " + path);
            }
        }
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new HashMap<>();
        if (preset != null) {
            fields.put("preset", preset);
        }
        if (pipeline != null) {
            fields.put("pipeline", pipeline);
        }
        return fields;
    }

    private void show(UploadAnswer answer, List<String> skipped) {
        Table table = new Table("IMAGE", "NAME", "SIZE", "MODE", "BLOB");
        for (UploadedImage image : answer.images()) {
            table.row(
                    image.id(),
                    image.name(),
                    image.width() + "x" + image.height(),
                    String.valueOf(image.mode()),
                    image.duplicate() ? "was there" : "new");
        }
        terminal.table(table);
        for (RefusedUpload error : answer.errors()) {
            terminal.line("refused  " + error.name() + ": " + error.problem().codeOrUnknown() + ", "
                    + error.problem().sentence());
        }
        if (!skipped.isEmpty()) {
            terminal.line("skipped  " + String.join(", ", skipped));
        }
    }
}
