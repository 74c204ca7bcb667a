package dev.imagemill.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In processes of their own, as a JVM makes its carriers once. */
class CarriersTest {
    private static final int PINNED = 4;
    private static final int STARVED = 3;

    @Test
    @Timeout(60)
    void areEnoughForClassesThatAreLoadedWhileTheLockIsWithAVirtualThread() throws Exception {
        assertThat(exitCode(List.of())).isZero();
    }

    /** What the class is there for: without it the process stands still. */
    @Test
    @Timeout(60)
    void asManyAsProcessorsAreTooFew() throws Exception {
        assertThat(exitCode(List.of("-D" + Carriers.PROPERTY + "=2"))).isEqualTo(STARVED);
    }

    private static int exitCode(List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-XX:ActiveProcessorCount=2", "-XX:+UseSerialGC", "-Xmx64m"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Standstill.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        assertThat(code).as(said).isIn(0, STARVED);
        return code;
    }

    /** A virtual thread has a lock, others want it while classes are initialized. */
    static final class Standstill {
        private static final Object LOCK = new Object();
        private static final CountDownLatch LOCKED = new CountDownLatch(1);
        private static final CountDownLatch WAITING = new CountDownLatch(PINNED);

        private Standstill() {}

        public static void main(String[] arguments) throws Exception {
            Carriers.provide();
            Thread holder = Thread.startVirtualThread(Standstill::hold);
            LOCKED.await();
            List<Runnable> first = List.of(First::touch, Second::touch, Third::touch, Fourth::touch);
            List<Thread> pinned = first.stream().map(Thread::startVirtualThread).toList();
            WAITING.await(2, TimeUnit.SECONDS);
            LockSupport.unpark(holder);
            for (Thread thread : pinned) {
                if (!thread.join(Duration.ofSeconds(5))) {
                    Runtime.getRuntime().halt(STARVED);
                }
            }
        }

        private static void hold() {
            synchronized (LOCK) {
                LOCKED.countDown();
                LockSupport.park();
            }
        }

        /** From a static initializer, which has the JVM itself below it. */
        private static boolean initialized() {
            WAITING.countDown();
            synchronized (LOCK) {
                return true;
            }
        }

        private static final class First {
            private static final boolean DONE = initialized();

            static void touch() {
                assertThat(DONE).isTrue();
            }
        }

        private static final class Second {
            private static final boolean DONE = initialized();

            static void touch() {
                assertThat(DONE).isTrue();
            }
        }

        private static final class Third {
            private static final boolean DONE = initialized();

            static void touch() {
                assertThat(DONE).isTrue();
            }
        }

        private static final class Fourth {
            private static final boolean DONE = initialized();

            static void touch() {
                assertThat(DONE).isTrue();
            }
        }
    }
}
