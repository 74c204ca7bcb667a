package dev.imagemill.transform.bench;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.Limits;
import dev.imagemill.platform.configuration.UnusableSetting;
import dev.imagemill.platform.trace.Traces;
import dev.imagemill.transform.engine.Engine;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the one bench of the process together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TransformProperties.class)
class BenchConfiguration {
    @Bean
    JournalFolder transformJournalFolder(TransformProperties properties) {
        return UnusableSetting.inUse(
                "imagemill.transform.journal",
                properties.journalFolder(),
                () -> JournalFolder.claim(properties.journalFolder()));
    }

    @Bean
    CrashJournal transformCrashJournal(JournalFolder folder) {
        return new CrashJournal(folder.path());
    }

    @Bean
    ComputePool transformComputePool(TransformProperties properties) {
        Allocator.examine();
        Codec.ensureLoaded();
        return new ComputePool(properties.computeThreads());
    }

    @Bean
    ComputeHealth transformComputeHealthIndicator(TransformProperties properties, ComputePool pool) {
        return new ComputeHealth(pool, properties.computeThreads());
    }

    @Bean
    ProfileShelf transformProfileShelf(TransformProperties properties, ProfileFiles files) {
        Path folder = properties.profiles();
        return new ProfileShelf(folder == null ? Map.of() : ProfileFolder.read(folder), files);
    }

    @Bean
    Stages transformStages(MeterRegistry registry, Traces traces) {
        return new Stages(registry, traces);
    }

    @Bean
    Bench transformBench(
            TransformProperties properties,
            ComputePool pool,
            CrashJournal journal,
            MeterRegistry registry,
            MarkFiles files,
            ProfileShelf profiles,
            Stages stages) {
        Limits limits = properties.limits().toLimits();
        MemoryBudget memory = new MemoryBudget(properties.memory().toBytes());
        WorkerMeters meters = new WorkerMeters(registry, pool, memory, stages);
        MarkShelf marks = new MarkShelf(properties.watermarks().toBytes(), files);
        return new Bench(
                new Engine(limits), limits, pool, properties.itemTimeLimit(), memory, journal, meters, marks, profiles);
    }
}
