package dev.imagemill.embedded;

import dev.imagemill.embedded.child.ChildMain;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/** An S3 server (S3Proxy) on loopback that keeps its objects as files. */
public final class S3Server implements EmbeddedServer {
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final int CONNECT_MILLIS = 500;

    private final Path folder;
    private final FolderLock lock;
    private final int port;
    private final String secretKey;
    private final String classPath;
    private ChildProcess child;

    private S3Server(Path folder, FolderLock lock, int port) {
        this.folder = folder;
        this.lock = lock;
        this.port = FreePort.orGiven(port);
        this.secretKey = Secret.in(folder.resolve("secret-key"));
        this.classPath = new ChildClassPath(folder.resolve("lib")).s3();
        this.child = run();
    }

    /**
     * Starts a server and waits until it serves.
     *
     * @param folder where it keeps everything; a folder used before brings its buckets back
     * @param port its port, 0 for any free one
     */
    public static S3Server start(Path folder, int port) {
        Path absolute = folder.toAbsolutePath();
        return FolderLock.over(absolute, lock -> new S3Server(absolute, lock, port));
    }

    /** Its address. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The region that requests are signed for. */
    public String region() {
        return "us-east-1";
    }

    /** The name to sign with. */
    public String accessKey() {
        return "imagemill";
    }

    /** The secret to sign with, made for this folder. */
    public String secretKey() {
        return secretKey;
    }

    @Override
    public synchronized void start() {
        if (!child.isAlive()) {
            child = run();
        }
    }

    @Override
    public synchronized void stop() {
        child.stop();
    }

    @Override
    public synchronized void kill() {
        child.kill();
    }

    @Override
    public synchronized void close() {
        child.stop();
        lock.close();
    }

    private ChildProcess run() {
        Path properties = folder.resolve("s3proxy.properties");
        write(properties);
        var command = JavaCommand.of(
                "192m",
                classPath,
                List.of(
                        "-DLOG_LEVEL=warn",
                        "-DJETTY_LOG_LEVEL=warn",
                        "-Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener"),
                List.of(ChildMain.class.getName(), "org.gaul.s3proxy.Main", "--properties", properties.toString()));
        var started = ChildProcess.start(folder, folder.resolve("s3.log"), command);
        started.awaitReady("S3Proxy", LONGEST_START, this::listens);
        return started;
    }

    private boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void write(Path file) {
        Path data = folder.resolve("data");
        Properties settings = new Properties();
        settings.setProperty("s3proxy.endpoint", endpoint().toString());
        settings.setProperty("s3proxy.authorization", "aws-v2-or-v4");
        settings.setProperty("s3proxy.identity", accessKey());
        settings.setProperty("s3proxy.credential", secretKey);
        settings.setProperty("jclouds.provider", "filesystem-nio2");
        settings.setProperty("jclouds.identity", accessKey());
        settings.setProperty("jclouds.credential", secretKey);
        settings.setProperty("jclouds.filesystem.basedir", data.toString());
        try {
            Files.createDirectories(data);
            try (Writer writer = Files.newBufferedWriter(file)) {
                settings.store(writer, null);
            }
        } catch (IOException e) {
            throw new EmbeddedServerException(file + " could not be written", e);
        }
    }
}
