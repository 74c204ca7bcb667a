package dev.imagemill.storage.job;

import dev.imagemill.contract.pipeline.Names;
import dev.imagemill.storage.ledger.JobTally;
import dev.imagemill.storage.ledger.Ledger;
import dev.imagemill.storage.ledger.NamedPipeline;
import dev.imagemill.storage.ledger.Wish;
import dev.imagemill.storage.ledger.WorkPlanner;
import dev.imagemill.storage.loop.Signal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Expands the selections of jobs into the ledger, a page a transaction. What a page adds and how far it got are committed
 * together, so a crash neither skips nor repeats an image. A job whose chunks wait for their release is left alone: a job
 * of a million items does not put a million into the ledger at once, and several jobs advance side by side.
 */
@Component
class JobPlanner {
    private final UnplannedJobs jobs;
    private final WorkPlanner planner;
    private final Ledger ledger;
    private final JobCounters counters;
    private final TransactionOperations transaction;
    private final Signal signal;

    JobPlanner(
            UnplannedJobs jobs,
            WorkPlanner planner,
            Ledger ledger,
            JobCounters counters,
            TransactionOperations transaction,
            Signal signal) {
        this.jobs = jobs;
        this.planner = planner;
        this.ledger = ledger;
        this.counters = counters;
        this.transaction = transaction;
        this.signal = signal;
    }

    /** Expands one page of one job, if there is one to expand; whether there may be more. */
    boolean expand() {
        boolean expanded = transaction.execute(status -> {
            Optional<UnplannedJob> job = jobs.take();
            job.ifPresent(this::expand);
            return job.isPresent();
        });
        if (expanded) {
            signal.committed();
        }
        return expanded;
    }

    private void expand(UnplannedJob job) {
        List<NamedPipeline> renditions = Job.readRenditions(job.renditions()).stream()
                .map(rendition -> NamedPipeline.of(
                        Names.full(job.preset() == null ? Names.CUSTOM : job.preset(), rendition.name()),
                        rendition.pipeline()))
                .toList();
        SelectedPage page = jobs.page(job);
        WorkPlanner.Plan plan = planner.plan(page.images().stream()
                .map(image -> new Wish(image.source(), renditions, job.createdAt(), job.traceparent()))
                .toList());
        ledger.submitBulk(job.id(), plan.open());
        jobs.advance(job, page, (long) page.images().size() * renditions.size());
        counters.itemsEnded(List.of(new JobTally(job.id(), plan.known(), plan.known(), List.of())));
    }
}
