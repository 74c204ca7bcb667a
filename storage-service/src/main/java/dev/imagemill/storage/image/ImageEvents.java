package dev.imagemill.storage.image;

import dev.imagemill.contract.event.ImageUploaded;
import dev.imagemill.platform.eventbus.EventMessages;
import dev.imagemill.platform.trace.Traces;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Takes in what ingest tells. */
@Configuration(proxyBeanMethods = false)
class ImageEvents {
    @Bean
    Consumer<Message<List<byte[]>>> imageUploaded(
            EventMessages messages, ImageRegistration registration, Traces traces) {
        return batch -> traces.receiveAll(messages.readBatch(batch, ImageUploaded.class), registration::register);
    }
}
