package dev.imagemill.platform.shutdown;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Clients that keep their connections when a service stops. */
class PartingIT {
    private static final CountDownLatch SLOW_BEGUN = new CountDownLatch(1);
    private static final CountDownLatch SLOW_MAY_END = new CountDownLatch(1);

    @Test
    void answersOnceMoreOnAKeptConnectionAndAsksToCloseIt() throws Exception {
        try (ConfigurableApplicationContext service = start("60s");
                Client client = new Client(service)) {
            assertThat(client.answerTo("/quick")).contains("HTTP/1.1 200").doesNotContain("Connection: close");

            CompletableFuture<Void> stop = stop(service);
            assertThat(stop).isNotDone();
            assertThat(client.answerTo("/quick")).contains("HTTP/1.1 200", "Connection: close");
            client.leave();
            // Nobody is left to wait for.
            assertThat(stop).succeedsWithin(Duration.ofSeconds(40));
        }
    }

    @Test
    void asksToCloseAlsoWithTheAnswerToARequestThatBeganBefore() throws Exception {
        try (ConfigurableApplicationContext service = start("60s");
                Client client = new Client(service)) {
            CompletableFuture<List<String>> answer =
                    CompletableFuture.supplyAsync(() -> client.answerTo("/slow"), Thread::startVirtualThread);
            SLOW_BEGUN.await();
            CompletableFuture<Void> stop = stop(service);
            SLOW_MAY_END.countDown();

            assertThat(answer.get()).contains("HTTP/1.1 200", "Connection: close");
            client.leave();
            assertThat(stop).succeedsWithin(Duration.ofSeconds(40));
        }
    }

    @Test
    void doesNotWaitForEverForClientsThatSayNothing() throws Exception {
        try (ConfigurableApplicationContext service = start("100ms");
                Client client = new Client(service)) {
            assertThat(client.answerTo("/quick")).contains("HTTP/1.1 200");

            assertThat(CompletableFuture.runAsync(service::close, Thread::startVirtualThread))
                    .succeedsWithin(Duration.ofSeconds(40));
        }
    }

    /** Begins to stop the service. */
    private static CompletableFuture<Void> stop(ConfigurableApplicationContext service) throws InterruptedException {
        Parting parting = service.getBean(Parting.class);
        CompletableFuture<Void> stop = CompletableFuture.runAsync(service::close, Thread::startVirtualThread);
        while (!parting.hasBegun()) {
            assertThat(stop).isNotDone();
            Thread.sleep(1);
        }
        return stop;
    }

    private static ConfigurableApplicationContext start(String parting) {
        return new SpringApplicationBuilder(Service.class)
                .run(
                        "--server.port=0",
                        "--server.shutdown=graceful",
                        "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                        "--logging.level.org.apache.kafka=OFF",
                        "--imagemill.shutdown.parting=" + parting);
    }

    /** One connection. */
    private static final class Client implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader in;

        Client(ConfigurableApplicationContext service) throws IOException {
            int port = Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port"));
            this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
            this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        }

        /** Status line and headers; the body is as long as they say. */
        List<String> answerTo(String path) {
            try {
                socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: here\r\n\r\n").getBytes(US_ASCII));
                List<String> head = new ArrayList<>();
                for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                    head.add(line.strip());
                }
                assertThat(head).contains("Content-Length: 2");
                assertThat(in.skip(2)).isEqualTo(2);
                return head;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        void leave() throws IOException {
            socket.close();
        }

        @Override
        public void close() throws IOException {
            leave();
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Service {
        @RestController
        static class Answers {
            @GetMapping("/quick")
            String quick() {
                return "ok";
            }

            @GetMapping("/slow")
            String slow() throws InterruptedException {
                SLOW_BEGUN.countDown();
                SLOW_MAY_END.await();
                return "ok";
            }
        }
    }
}
