package dev.imagemill.standalone;

import dev.imagemill.cli.ExitCode;
import dev.imagemill.cli.Imagemill;
import dev.imagemill.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;

/** The {@code imagemill} command line with the commands that start Imagemill itself. */
public final class Standalone {
    private Standalone() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine(Terminal.system()).execute(arguments));
    }

    static CommandLine commandLine(Terminal terminal) {
        CommandLine commands = Imagemill.commandLine(terminal)
                .addSubcommand(new UpCommand(terminal))
                .addSubcommand(new DemoCommand(terminal))
                .addSubcommand(new VerifyDataCommand());
        IExecutionExceptionHandler others = commands.getExecutionExceptionHandler();
        return commands.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof CannotStart reason) {
                command.getErr().println("imagemill: " + reason.getMessage());
                return ExitCode.USAGE;
            }
            return others.handleExecutionException(failure, command, parsed);
        });
    }
}
