package dev.imagemill.cli;

import dev.imagemill.cli.client.ImagemillClient;
import dev.imagemill.cli.client.Job;
import dev.imagemill.cli.terminal.ProgressBar;
import dev.imagemill.cli.terminal.Terminal;
import java.time.Duration;
import java.util.Locale;

/** Follows a job with a progress bar until it is over. */
public final class JobProgress {
    private static final Duration PACE = Duration.ofMillis(150);

    private JobProgress() {}

    /**
     * Returns the job when nothing more will happen to it.
     *
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public static Job follow(ImagemillClient client, Job started, Terminal terminal) throws InterruptedException {
        ProgressBar bar = new ProgressBar(terminal, "job");
        Job job = started;
        show(bar, job);
        while (!job.isOver()) {
            Thread.sleep(PACE);
            job = client.job(job.id());
            show(bar, job);
        }
        bar.finish();
        return job;
    }

    private static void show(ProgressBar bar, Job job) {
        bar.show(job.items().finished(), job.items().total(), note(job));
    }

    private static String note(Job job) {
        StringBuilder note = new StringBuilder();
        if (job.itemsPerSecond() > 0) {
            note.append(String.format(Locale.ROOT, "%.1f/s", job.itemsPerSecond()));
        }
        Double left = job.secondsLeft();
        if (left != null && !job.isOver()) {
            note.append(String.format(Locale.ROOT, "  %.0f s left", left));
        }
        if (job.items().failed() > 0) {
            note.append("  ").append(job.items().failed()).append(" failed");
        }
        return note.toString().strip();
    }
}
