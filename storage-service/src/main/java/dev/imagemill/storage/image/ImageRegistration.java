package dev.imagemill.storage.image;

import dev.imagemill.contract.event.CloudEvent;
import dev.imagemill.contract.event.ImageRegistered;
import dev.imagemill.contract.event.ImageUploaded;
import dev.imagemill.contract.pipeline.Names;
import dev.imagemill.contract.pipeline.RenditionSpec;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.platform.trace.LogIds;
import dev.imagemill.storage.ledger.Ledger;
import dev.imagemill.storage.ledger.NamedPipeline;
import dev.imagemill.storage.ledger.Source;
import dev.imagemill.storage.ledger.Wish;
import dev.imagemill.storage.ledger.WorkPlanner;
import dev.imagemill.storage.loop.Signal;
import dev.imagemill.storage.outbox.Outbox;
import dev.imagemill.storage.preset.PresetCatalogue;
import dev.imagemill.storage.rendition.RenditionCatalogue;
import dev.imagemill.storage.rendition.WantedName;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes datablocks of uploads: the image with version 1 and its blob, the renditions that were wanted with it as work in the
 * interactive lane, and an event about it, in one transaction a batch. An upload that is told again changes nothing.
 */
@Component
class ImageRegistration {
    private static final Logger LOG = LoggerFactory.getLogger(ImageRegistration.class);

    private final ImageCatalogue images;
    private final PresetCatalogue presets;
    private final RenditionCatalogue renditions;
    private final WorkPlanner planner;
    private final Ledger ledger;
    private final Outbox outbox;
    private final TransactionOperations transaction;
    private final Signal signal;
    private final Clock clock = Clock.systemUTC();

    ImageRegistration(
            ImageCatalogue images,
            PresetCatalogue presets,
            RenditionCatalogue renditions,
            WorkPlanner planner,
            Ledger ledger,
            Outbox outbox,
            TransactionOperations transaction,
            Signal signal) {
        this.images = images;
        this.presets = presets;
        this.renditions = renditions;
        this.planner = planner;
        this.ledger = ledger;
        this.outbox = outbox;
        this.transaction = transaction;
        this.signal = signal;
    }

    void register(List<CloudEvent<ImageUploaded>> uploads) {
        if (uploads.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(status -> registerNow(uploads));
        signal.committed();
    }

    private void registerNow(List<CloudEvent<ImageUploaded>> uploads) {
        List<ImageUploaded> fresh =
                images.register(uploads.stream().map(CloudEvent::data).toList());
        Map<UUID, String> traces = traces(uploads);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Map<String, List<NamedPipeline>> known = new HashMap<>();
        List<Wish> wishes = new ArrayList<>();
        for (ImageUploaded upload : fresh) {
            try (LogIds _ = LogIds.of(LogIds.IMAGE, upload.imageId())) {
                List<NamedPipeline> wanted = wanted(upload, known, now);
                if (!wanted.isEmpty()) {
                    wishes.add(new Wish(source(upload), wanted, now, traces.get(upload.imageId())));
                }
            }
        }
        ledger.submitInteractive(planner.plan(wishes).open());
        outbox.add(
                fresh.stream().map(upload -> registered(upload, now)).toList(),
                registered -> traces.get(registered.imageId()));
    }

    /** By image, the trace of its upload. */
    private static Map<UUID, String> traces(List<CloudEvent<ImageUploaded>> uploads) {
        Map<UUID, String> traces = new HashMap<>();
        for (CloudEvent<ImageUploaded> upload : uploads) {
            String traceparent = upload.traceparent();
            if (traceparent != null) {
                traces.put(upload.data().imageId(), traceparent);
            }
        }
        return traces;
    }

    private List<NamedPipeline> wanted(ImageUploaded upload, Map<String, List<NamedPipeline>> known, Instant now) {
        Map<String, NamedPipeline> wanted = new LinkedHashMap<>();
        String preset = upload.preset();
        if (preset != null) {
            List<NamedPipeline> ofPreset = known.computeIfAbsent(preset, presets::renditions);
            if (ofPreset.isEmpty()) {
                unknown(upload, preset, now);
            }
            ofPreset.forEach(rendition -> wanted.put(rendition.name(), rendition));
        }
        for (RenditionSpec custom : upload.renditions()) {
            String name = Names.full(Names.CUSTOM, custom.name());
            wanted.put(name, NamedPipeline.of(name, custom.pipeline()));
        }
        return List.copyOf(wanted.values());
    }

    /** The image is kept; what cannot be made of it is there to be seen. */
    private void unknown(ImageUploaded upload, String preset, Instant now) {
        LOG.warn("image {} was uploaded with preset \"{}\", which is not known", upload.imageId(), preset);
        Problem problem = Problem.of(
                ProblemType.UNKNOWN_PRESET,
                "there was no preset \"%s\" when the image was registered".formatted(preset));
        renditions.want(List.of(new WantedName(upload.imageId(), preset, null, now, problem)));
    }

    private static Source source(ImageUploaded upload) {
        return new Source(upload.imageId(), upload.blob(), upload.width(), upload.height());
    }

    private static ImageRegistered registered(ImageUploaded upload, Instant now) {
        return new ImageRegistered(
                upload.imageId(), upload.name(), 1, upload.blob(), upload.width(), upload.height(), upload.mode(), now);
    }
}
