package dev.imagemill.platform.eventbus;

import dev.imagemill.platform.trace.TraceAutoConfiguration;
import dev.imagemill.platform.trace.Traces;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.cloud.stream.binder.DefaultBinderFactory;
import org.springframework.cloud.stream.config.ConsumerEndpointCustomizer;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.integration.kafka.inbound.KafkaMessageDrivenChannelAdapter;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.support.converter.BatchMessagingMessageConverter;

/** Gives a service its event bus, and sets up its consumers. Nothing at the start needs Kafka to be there. */
@AutoConfiguration(after = {KafkaAutoConfiguration.class, TraceAutoConfiguration.class})
@EnableConfigurationProperties({EventBusProperties.class, KafkaProperties.class})
public final class EventBusAutoConfiguration {
    @Bean
    KafkaPublisher imagemillPublisher(KafkaProperties kafka, EventBusProperties properties) {
        return new KafkaPublisher(kafka.buildProducerProperties(), properties);
    }

    @Bean
    @ConditionalOnMissingBean
    EventBus eventBus(KafkaPublisher publisher, Traces traces) {
        return new KafkaEventBus(publisher, traces);
    }

    @Bean
    @ConditionalOnMissingBean
    EventMessages eventMessages(KafkaPublisher publisher) {
        return new KafkaEventMessages(new DeadLetters(publisher));
    }

    /** The binder looks for this name. */
    @Bean
    RawHeaders kafkaBinderHeaderMapper() {
        return new RawHeaders();
    }

    /** The binder gives its header mapper to consumers of single records only. */
    @Bean
    ConsumerEndpointCustomizer<KafkaMessageDrivenChannelAdapter<?, ?>> imagemillBatches(RawHeaders headers) {
        return (adapter, destination, group) -> {
            var converter = new BatchMessagingMessageConverter();
            converter.setHeaderMapper(headers);
            adapter.setBatchMessageConverter(converter);
        };
    }

    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> imagemillConsumers(
            EventBusProperties properties) {
        return new FailedMessages(properties);
    }

    @Bean
    StoppedConsumers imagemillStoppedConsumers(ApplicationContext context) {
        return new StoppedConsumers(context);
    }

    @Bean
    TopicCreation imagemillTopics(KafkaProperties kafka, EventBusProperties properties) {
        return new TopicCreation(kafka.buildAdminProperties(), properties);
    }

    /** Asks for the topics late: Spring Cloud Stream wants its listeners before any settings can be bound. */
    @Bean
    static DefaultBinderFactory.Listener imagemillBinding(ObjectProvider<TopicCreation> topics) {
        return new PatientBinding(topics);
    }
}
