package dev.imagemill.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns that are as wide as their widest cell; the last column is as long as it needs to be. */
public final class Table {
    private static final int WIDEST_CELL = 48;
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final int columns;

    public Table(String... headings) {
        columns = headings.length;
        rows.add(List.of(headings));
    }

    /** Adds a row; as many cells as there are headings. */
    public Table row(String... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(cells.length + " cells in a table of " + columns + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    /** The lines, headings and a rule first. */
    public List<String> lines() {
        int[] widths = new int[columns];
        for (int column = 0; column < columns; column++) {
            widths[column] = width(column);
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            lines.add(line(row, widths));
        }
        lines.add(1, rule(widths));
        return lines;
    }

    private int width(int column) {
        int widest = 0;
        for (List<String> row : rows) {
            widest = Math.max(widest, fitted(row, column).length());
        }
        return widest;
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < columns; column++) {
            String cell = fitted(row, column);
            line.append(cell);
            if (column < columns - 1) {
                line.repeat(' ', widths[column] - cell.length()).append(GAP);
            }
        }
        return line.toString().stripTrailing();
    }

    private static String rule(int[] widths) {
        List<String> dashes = new ArrayList<>();
        for (int width : widths) {
            dashes.add("-".repeat(width));
        }
        return String.join(GAP, dashes);
    }

    private String fitted(List<String> row, int column) {
        String cell = printable(row.get(column));
        boolean last = column == columns - 1;
        return last || cell.length() <= WIDEST_CELL ? cell : cell.substring(0, WIDEST_CELL - 3) + "...";
    }

    /** A name may hold anything; control characters must not reach the terminal. */
    private static String printable(String cell) {
        StringBuilder clean = new StringBuilder(cell.length());
        cell.codePoints().map(c -> Character.isISOControl(c) ? '?' : c).forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
