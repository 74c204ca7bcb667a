package dev.imagemill.storage.job;

import dev.imagemill.storage.loop.Loop;
import dev.imagemill.storage.loop.Signal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Drives the expansion of jobs. */
@Configuration(proxyBeanMethods = false)
class JobLoop {
    @Bean
    Loop storageJobPlanner(JobPlanner planner, JobProperties properties, Signal signal) {
        return signal.wake(new Loop("storage-plan", properties.poll(), planner::expand));
    }
}
