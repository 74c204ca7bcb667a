package dev.imagemill.cli;

import dev.imagemill.cli.client.ImagemillClient;
import dev.imagemill.cli.client.Job;
import dev.imagemill.cli.client.JobFailure;
import dev.imagemill.cli.client.Selection;
import dev.imagemill.cli.terminal.Table;
import dev.imagemill.cli.terminal.Terminal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code imagemill job}: starts jobs and shows how far they are. */
@Command(
        name = "job",
        description = "Run jobs and watch them.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class JobCommand {
    private final Terminal terminal;

    @Mixin
    private ServerOption server = new ServerOption();

    JobCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The images of a job: exactly one of the three. */
    static final class SelectionOption {
        @Option(names = "--all", required = true, description = "every image")
        private boolean all;

        @Option(names = "--prefix", paramLabel = "TEXT", required = true, description = "images named so")
        private @Nullable String prefix;

        @Option(names = "--ids", paramLabel = "ID", split = ",", required = true, description = "these images")
        private @Nullable List<String> ids;

        Selection selection() {
            if (all) {
                return new Selection.All();
            }
            return ids != null ? new Selection.Ids(ids) : new Selection.NamePrefix(String.valueOf(prefix));
        }
    }

    @Command(name = "run", description = "Make a preset's renditions of the selected images.")
    int run(
            @ArgGroup(multiplicity = "1") SelectionOption selection,
            @Option(
                            names = "--preset",
                            paramLabel = "NAME",
                            defaultValue = "thumbnails",
                            description = "default: thumbnails")
                    String preset,
            @Option(names = "--no-wait", description = "only start it") boolean noWait)
            throws InterruptedException {
        try (ImagemillClient client = server.client()) {
            Job job = client.startJob(preset, selection.selection());
            terminal.line("job " + job.id());
            return noWait ? ExitCode.OK : watched(client, job);
        }
    }

    @Command(name = "watch", description = "Follow a job to its end.")
    int watch(@Parameters(paramLabel = "ID", description = "the job") String id) throws InterruptedException {
        try (ImagemillClient client = server.client()) {
            return watched(client, client.job(id));
        }
    }

    @Command(name = "show", description = "Show a job's state and what failed in it.")
    int show(@Parameters(paramLabel = "ID", description = "the job") String id) {
        try (ImagemillClient client = server.client()) {
            return summarised(client, client.job(id));
        }
    }

    private int watched(ImagemillClient client, Job job) throws InterruptedException {
        return summarised(client, JobProgress.follow(client, job, terminal));
    }

    private int summarised(ImagemillClient client, Job job) {
        Job.Items items = job.items();
        terminal.line(job.state() + ": " + items.done() + " done (" + items.reused() + " were there), " + items.failed()
                + " failed, " + items.running() + " running, of " + items.total());
        if (items.failed() == 0) {
            return ExitCode.OK;
        }
        Table table = new Table("IMAGE", "NAME", "RENDITION", "CODE", "WHY");
        for (JobFailure failure : client.failures(job.id())) {
            table.row(
                    failure.imageId(),
                    String.valueOf(failure.imageName()),
                    String.valueOf(failure.rendition()),
                    failure.code(),
                    failure.problem().sentence());
        }
        terminal.table(table);
        return ExitCode.FAILED;
    }
}
