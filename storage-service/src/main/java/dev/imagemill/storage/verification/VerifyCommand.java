package dev.imagemill.storage.verification;

import dev.imagemill.platform.blobstore.BlobStore;
import dev.imagemill.platform.blobstore.BlobStoreAutoConfiguration;
import java.io.PrintWriter;
import java.util.Arrays;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Checks that Postgres and the bucket agree, and ends. It needs the two and nothing else, and may run beside the services. */
public final class VerifyCommand {
    static final String ARGUMENT = "verify";

    private static final int AGREES = 0;
    private static final int DIFFERS = 1;
    private static final int UNKNOWN = 2;

    private VerifyCommand() {}

    /** Whether the service's arguments ask for this. */
    public static boolean isAskedFor(String... arguments) {
        return Arrays.asList(arguments).contains(ARGUMENT);
    }

    /**
     * Checks, and writes what it found.
     *
     * @param configuration names of the configuration files, as {@code spring.config.name}
     * @param out takes the report
     * @param err takes the reason why there is none
     * @return 0 if the two agree, 1 if they differ, 2 if that could not be found out
     */
    public static int run(String configuration, PrintWriter out, PrintWriter err, String... arguments) {
        try {
            VerifyOptions options = VerifyOptions.parse(arguments);
            Report report = report(configuration, options, arguments);
            if (options.json()) {
                new JsonReport(out).write(report);
            } else {
                new TextReport(out).write(report);
            }
            return report.agrees() ? AGREES : DIFFERS;
        } catch (RuntimeException e) {
            err.println("could not be verified: " + reason(e));
            err.flush();
            return UNKNOWN;
        }
    }

    private static Report report(String configuration, VerifyOptions options, String... arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(DatabaseAndBucket.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                // What is written to the console is the report.
                .properties("spring.config.name=" + configuration, "logging.threshold.console=off")
                .registerShutdownHook(false)
                .run(arguments)) {
            return new Verification(
                            context.getBean(JdbcClient.class),
                            context.getBean(TransactionOperations.class),
                            context.getBean(BlobStore.class),
                            options)
                    .run();
        }
    }

    private static String reason(RuntimeException failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root == failure ? String.valueOf(failure.getMessage()) : failure.getMessage() + ": " + root.getMessage();
    }

    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        BlobStoreAutoConfiguration.class
    })
    private static final class DatabaseAndBucket {}
}
