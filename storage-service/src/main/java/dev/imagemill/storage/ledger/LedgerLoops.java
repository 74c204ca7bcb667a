package dev.imagemill.storage.ledger;

import dev.imagemill.contract.event.Lane;
import dev.imagemill.contract.event.TransformFinished;
import dev.imagemill.platform.eventbus.EventMessages;
import dev.imagemill.platform.trace.Traces;
import dev.imagemill.storage.loop.Loop;
import dev.imagemill.storage.loop.Signal;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** What drives the ledger: a loop a lane, and the workers' answers. */
@Configuration(proxyBeanMethods = false)
class LedgerLoops {
    @Bean
    Loop storageInteractiveDispatcher(Dispatcher dispatcher, LedgerProperties properties, Signal signal) {
        return dispatcher("storage-dispatch-interactive", Lane.INTERACTIVE, dispatcher, properties, signal);
    }

    @Bean
    Loop storageBulkDispatcher(Dispatcher dispatcher, LedgerProperties properties, Signal signal) {
        return dispatcher("storage-dispatch-bulk", Lane.BULK, dispatcher, properties, signal);
    }

    @Bean
    Consumer<Message<List<byte[]>>> transformFinished(EventMessages messages, Results results, Traces traces) {
        return batch -> traces.receiveAll(messages.readBatch(batch, TransformFinished.class), results::apply);
    }

    private static Loop dispatcher(
            String name, Lane lane, Dispatcher dispatcher, LedgerProperties properties, Signal signal) {
        return signal.wake(new Loop(name, properties.poll(), () -> dispatcher.dispatch(lane)));
    }
}
