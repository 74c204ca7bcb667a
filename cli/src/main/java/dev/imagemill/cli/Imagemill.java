package dev.imagemill.cli;

import dev.imagemill.cli.client.RefusedRequest;
import dev.imagemill.cli.client.UnreachableServer;
import dev.imagemill.cli.terminal.Terminal;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code imagemill} command line, for any server. */
@Command(
        name = "imagemill",
        description = "Imagemill: image uploads, durable jobs, renditions.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class Imagemill {
    private Imagemill() {}

    /** The command line with everything that talks to a server; a caller may add commands of its own. */
    public static CommandLine commandLine(Terminal terminal) {
        CommandLine commands = new CommandLine(new Imagemill())
                .addSubcommand(new UploadCommand(terminal))
                .addSubcommand(new JobCommand(terminal))
                .addSubcommand(new ImagesCommand(terminal))
                .addSubcommand(new RenderUrlCommand(terminal, Clock.systemUTC()));
        return commands.setExecutionExceptionHandler(Imagemill::explained);
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine(Terminal.system()).execute(arguments));
    }

    /** What a server said, or that none answered, is an answer; anything else is a fault of ours and shows itself whole. */
    private static int explained(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (failure instanceof RefusedRequest || failure instanceof UnreachableServer) {
            command.getErr().println("imagemill: " + failure.getMessage());
            return ExitCode.FAILED;
        }
        throw failure;
    }
}
