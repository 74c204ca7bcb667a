package dev.imagemill.cli.demo;

import dev.imagemill.cli.ExitCode;
import dev.imagemill.cli.ImageFiles;
import dev.imagemill.cli.JobProgress;
import dev.imagemill.cli.client.ImagemillClient;
import dev.imagemill.cli.client.Job;
import dev.imagemill.cli.client.JobFailure;
import dev.imagemill.cli.client.RefusedUpload;
import dev.imagemill.cli.client.Rendition;
import dev.imagemill.cli.client.Selection;
import dev.imagemill.cli.client.UploadAnswer;
import dev.imagemill.cli.client.UploadFile;
import dev.imagemill.cli.client.UploadedImage;
import dev.imagemill.cli.terminal.ProgressBar;
import dev.imagemill.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sends pictures through upload and the thumbnail job of a running server and shows what became of each. */
public final class Demo {
    private static final String PRESET = "thumbnails";

    private final ImagemillClient client;
    private final Terminal terminal;
    private final Path work;

    /**
     * A demo against one server.
     *
     * @param work folder for the pictures rendered here and for the contact sheet
     */
    public Demo(ImagemillClient client, Terminal terminal, Path work) {
        this.client = client;
        this.terminal = terminal;
        this.work = work;
    }

    /**
     * Runs it.
     *
     * @param folder whose images to send, or null for pictures rendered here
     * @return {@link ExitCode#OK} if every image has all its renditions or is itself to blame, otherwise {@link ExitCode#FAILED}
     */
    public int run(@Nullable Path folder) throws IOException, InterruptedException {
        ImageFiles files = ImageFiles.in(List.of(folder == null ? samples() : folder));
        if (files.images().isEmpty()) {
            terminal.line("There is no image in " + folder + ".");
            return ExitCode.FAILED;
        }
        UploadAnswer answer = upload(files);
        if (answer.images().isEmpty()) {
            terminal.line("The server took none of them:");
            terminal.table(OutcomeTable.of(outcomes(answer, List.of())));
            return ExitCode.FAILED;
        }
        new Catalogue(client).awaitRegistered(answer.images());
        Job job = runJob(answer.images());
        List<Outcome> outcomes = outcomes(answer, client.failures(job.id()));
        terminal.line();
        terminal.table(OutcomeTable.of(outcomes));
        terminal.line();
        summarise(files, answer, job, outcomes);
        terminal.line("contact sheet  " + writeContactSheet(outcomes).toAbsolutePath());
        showUrls(outcomes, job);
        return outcomes.stream().allMatch(Outcome::isExplained) && samplesAsPromised(folder, outcomes)
                ? ExitCode.OK
                : ExitCode.FAILED;
    }

    private Path samples() throws IOException {
        Path folder = work.resolve("samples");
        terminal.line("No folder given: rendering sample pictures into " + folder);
        SampleImages.writeTo(folder);
        return folder;
    }

    private UploadAnswer upload(ImageFiles files) {
        ProgressBar bar = new ProgressBar(terminal, "upload");
        List<UploadFile> images = files.images();
        bar.show(0, images.size(), "");
        UploadAnswer answer = client.upload(images, Map.of(), (sent, total) -> bar.show(sent, total, ""));
        bar.finish();
        return answer;
    }

    private Job runJob(List<UploadedImage> images) throws InterruptedException {
        List<String> ids = images.stream().map(UploadedImage::id).toList();
        return JobProgress.follow(client, client.startJob(PRESET, new Selection.Ids(ids)), terminal);
    }

    private List<Outcome> outcomes(UploadAnswer answer, List<JobFailure> failed) {
        int wanted = client.presetRenditions(PRESET).size();
        Map<String, List<JobFailure>> failures = failed.stream().collect(Collectors.groupingBy(JobFailure::imageId));
        List<Outcome> outcomes = new ArrayList<>();
        for (UploadedImage image : answer.images()) {
            List<Rendition> ready = client.renditions(image.id()).stream()
                    .filter(rendition -> rendition.state().equals("READY"))
                    .toList();
            outcomes.add(new Outcome.Taken(image, ready, failures.getOrDefault(image.id(), List.of()), wanted));
        }
        for (RefusedUpload refused : answer.errors()) {
            outcomes.add(new Outcome.Refused(refused.name(), refused.problem()));
        }
        outcomes.sort(Comparator.comparing(Outcome::name));
        return outcomes;
    }

    private void summarise(ImageFiles files, UploadAnswer answer, Job job, List<Outcome> outcomes) {
        long duplicates =
                answer.images().stream().filter(UploadedImage::duplicate).count();
        Job.Items items = job.items();
        terminal.line("uploaded       " + answer.images().size() + " of " + outcomes.size() + " files: "
                + (answer.images().size() - duplicates) + " new blobs, " + duplicates + " were there");
        terminal.line("renditions     " + items.done() + " of " + items.total() + ": " + (items.done() - items.reused())
                + " made, " + items.reused() + " were there, " + items.failed() + " failed");
        if (!files.skipped().isEmpty()) {
            terminal.line("not images     " + String.join(", ", files.skipped()));
        }
    }

    private Path writeContactSheet(List<Outcome> outcomes) throws IOException {
        ContactSheet sheet = new ContactSheet(outcomes.size());
        Thumbnails thumbnails = new Thumbnails(client);
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Refused refused ->
                    sheet.addMissing(
                            refused.name(), "refused: " + refused.problem().codeOrUnknown());
                case Outcome.Taken taken -> thumbnails.addTo(sheet, taken);
            }
        }
        Files.createDirectories(work);
        return Files.write(work.resolve("contact-sheet.png"), sheet.png());
    }

    private void showUrls(List<Outcome> outcomes, Job job) {
        terminal.line("to try         " + client.server().resolve("/v1/images"));
        terminal.line("               " + client.server().resolve("/v1/jobs/" + job.id()));
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Taken taken && taken.isWhole()) {
                terminal.line("               "
                        + client.server().resolve(taken.ready().getFirst().href() + "/content"));
                return;
            }
        }
    }

    /** Of the pictures rendered here it is known which are sound. */
    private static boolean samplesAsPromised(@Nullable Path folder, List<Outcome> outcomes) {
        if (folder != null) {
            return true;
        }
        Map<String, Boolean> whole = outcomes.stream()
                .collect(Collectors.toMap(
                        Outcome::name, outcome -> outcome instanceof Outcome.Taken taken && taken.isWhole()));
        return SampleImages.all().stream()
                .allMatch(sample -> Boolean.valueOf(sample.sound()).equals(whole.get(sample.name())));
    }
}
