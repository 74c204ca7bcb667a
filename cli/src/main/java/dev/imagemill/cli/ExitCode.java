package dev.imagemill.cli;

/** What a process's exit code says. */
public final class ExitCode {
    /** All went well. */
    public static final int OK = 0;
    /** Something was refused or failed. */
    public static final int FAILED = 1;
    /** The command could not be begun: wrong arguments, a port in use. */
    public static final int USAGE = 2;

    private ExitCode() {}
}
