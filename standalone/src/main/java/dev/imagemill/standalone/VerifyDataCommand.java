package dev.imagemill.standalone;

import dev.imagemill.embedded.PostgresServer;
import dev.imagemill.embedded.S3Server;
import dev.imagemill.storage.verification.VerifyCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code imagemill verify}: whether Postgres and the bucket of a folder agree, while no server runs on it. */
@Command(
        name = "verify",
        description = "Check that Postgres and the bucket in a folder agree; no server may run on it.",
        mixinStandardHelpOptions = true)
final class VerifyDataCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${sys:imagemill.data:-data}",
            description = "the folder (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    @Option(names = "--digests", description = "read every object and compare its SHA-256")
    private boolean digests;

    @Option(names = "--repair", description = "forget renditions that are missing, so that a job makes them again")
    private boolean repair;

    @Option(names = "--json", description = "answer in JSON")
    private boolean json;

    @Option(names = "--findings", paramLabel = "FILE", description = "write every finding to this file")
    private @Nullable Path findings;

    @Option(
            names = "--grace",
            paramLabel = "TERM",
            description = "how young an object may be and be unknown, as 90s or 2h (default: 1h)")
    private @Nullable String grace;

    @Override
    public Integer call() {
        if (spec == null || !Files.isDirectory(data.resolve("postgres"))) {
            throw new CannotStart("there is no data of Imagemill in " + data);
        }
        try (DataFolder folder = DataFolder.claim(data);
                PostgresServer postgres = PostgresServer.start(folder.path().resolve("postgres"), 0);
                S3Server s3 = S3Server.start(folder.path().resolve("s3"), 0)) {
            return VerifyCommand.run(
                    "storage-service",
                    spec.commandLine().getOut(),
                    spec.commandLine().getErr(),
                    arguments(postgres, s3).toArray(String[]::new));
        }
    }

    private List<String> arguments(PostgresServer postgres, S3Server s3) {
        List<String> arguments = new ArrayList<>(List.of(
                "verify",
                "--spring.datasource.url=" + postgres.url(),
                "--spring.datasource.username=" + postgres.user(),
                "--spring.datasource.password=" + postgres.password(),
                "--imagemill.s3.endpoint=" + s3.endpoint(),
                "--imagemill.s3.region=" + s3.region(),
                "--imagemill.s3.access-key=" + s3.accessKey(),
                "--imagemill.s3.secret-key=" + s3.secretKey()));
        addIf(digests, "--digests", arguments);
        addIf(repair, "--repair", arguments);
        addIf(json, "--json", arguments);
        addIf(findings != null, "--findings=" + findings, arguments);
        addIf(grace != null, "--grace=" + grace, arguments);
        return arguments;
    }

    private static void addIf(boolean wanted, String argument, List<String> arguments) {
        if (wanted) {
            arguments.add(argument);
        }
    }
}
