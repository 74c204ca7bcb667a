package dev.imagemill.platform.eventbus;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.stream.binder.DefaultBinderFactory;
import org.springframework.cloud.stream.binder.kafka.provisioning.KafkaTopicProvisioner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryOperations;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;

/**
 * Puts off binding consumers until the topics are there. The binder by itself would hold up the start of the service for
 * minutes a binding while Kafka is away; told that it cannot be done yet, it tries again later in the background.
 */
final class PatientBinding implements DefaultBinderFactory.Listener {
    private static final int RETRIES = 2;

    private final ObjectProvider<TopicCreation> topics;

    PatientBinding(ObjectProvider<TopicCreation> topics) {
        this.topics = topics;
    }

    @Override
    public void afterBinderContextInitialized(String name, ConfigurableApplicationContext binder) {
        binder.getBeanProvider(KafkaTopicProvisioner.class)
                .ifAvailable(provisioner -> provisioner.setMetadataRetryOperations(new WhenTopicsAreThere()));
    }

    private final class WhenTopicsAreThere implements RetryOperations {
        private final RetryTemplate retries = new RetryTemplate(RetryPolicy.withMaxRetries(RETRIES));

        @Override
        public <R extends @Nullable Object> R execute(Retryable<R> operation) throws RetryException {
            if (!topics.getObject().isDone()) {
                throw new RetryException("Kafka does not answer yet", new IllegalStateException("no topics yet"));
            }
            return retries.execute(operation);
        }

        @Override
        public <R extends @Nullable Object> R invoke(Supplier<R> operation) {
            return retries.invoke(operation);
        }

        @Override
        public void invoke(Runnable operation) {
            retries.invoke(operation);
        }
    }
}
