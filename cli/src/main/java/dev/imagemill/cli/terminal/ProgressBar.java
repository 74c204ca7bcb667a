package dev.imagemill.cli.terminal;

import java.util.Locale;

/**
 * How far something is. On a terminal one line is redrawn; elsewhere a line is written for each tenth of the way, so
 * that a log stays short.
 */
public final class ProgressBar {
    private static final int CELLS = 32;

    private final Terminal terminal;
    private final String label;
    private int lastTenth = -1;
    private int drawn;

    public ProgressBar(Terminal terminal, String label) {
        this.terminal = terminal;
        this.label = label;
    }

    /**
     * Shows the state of things.
     *
     * @param note what else there is to say, such as a speed; may be empty
     */
    public void show(long done, long total, String note) {
        String text = text(done, total, note);
        if (terminal.interactive()) {
            redraw(text);
        } else {
            writeOnNewTenth(done, total, text);
        }
    }

    /** Ends the line; what follows is written below it. */
    public void finish() {
        if (terminal.interactive() && drawn > 0) {
            terminal.line();
        }
    }

    private String text(long done, long total, String note) {
        double share = total <= 0 ? 0 : Math.min(1, (double) done / total);
        int filled = (int) (share * CELLS);
        String bar = "#".repeat(filled) + ".".repeat(CELLS - filled);
        String text = String.format(Locale.ROOT, "%s [%s] %3.0f%%  %d/%d", label, bar, share * 100, done, total);
        return note.isEmpty() ? text : text + "  " + note;
    }

    private void redraw(String text) {
        int blanks = Math.max(0, drawn - text.length());
        terminal.out().print('\r' + text + " ".repeat(blanks));
        terminal.out().flush();
        drawn = text.length();
    }

    private void writeOnNewTenth(long done, long total, String text) {
        int tenth = total <= 0 ? 0 : (int) (10 * done / total);
        if (tenth != lastTenth) {
            lastTenth = tenth;
            terminal.line(text);
        }
    }
}
