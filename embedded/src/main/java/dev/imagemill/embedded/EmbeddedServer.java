package dev.imagemill.embedded;

/** A server that runs as a child process. It runs when it is made; closing it ends it for good and frees its folder. */
public sealed interface EmbeddedServer extends AutoCloseable permits PostgresServer, KafkaBroker, S3Server {
    /** Starts it again after {@link #stop} or {@link #kill}, on the same port over the same data; nothing if it runs. */
    void start();

    /** Ends it in order. Clients see it refuse connections until it is started again. */
    void stop();

    /** Ends it at once, as a crash would. */
    void kill();

    @Override
    void close();
}
