package dev.imagemill.cli.demo;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.EncodeOptions;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.imageop.Filter;
import dev.imagemill.imageop.Image;
import dev.imagemill.imageop.ImageSize;
import dev.imagemill.imageop.Images;
import dev.imagemill.imageop.Mode;
import java.util.ArrayList;
import java.util.List;

/** One picture of many, each in a cell of its own with its name below. */
final class ContactSheet {
    /** Pixels that a picture in it is wide and high at most. */
    static final ImageSize PICTURE = new ImageSize(240, 180);

    private static final int MARGIN = 16;
    private static final int LETTER_SCALE = 2;
    private static final int LABEL_LINES = 2;
    private static final int LABEL_LENGTH = PICTURE.width() / (Lettering.ADVANCE * LETTER_SCALE);
    private static final int LINE = Lettering.LINE * LETTER_SCALE;
    private static final int CELL_WIDTH = PICTURE.width() + MARGIN;
    private static final int CELL_HEIGHT = PICTURE.height() + LABEL_LINES * LINE + MARGIN;
    private static final int WIDEST = 6;
    private static final long[] GROUND = {246, 246, 244};
    private static final long[] INK = {40, 40, 40};
    private static final long[] VOID = {226, 214, 212};
    private static final long[] WARNING = {150, 30, 20};

    private final Image sheet;
    private final int columns;
    private int cells;

    /** An empty sheet for so many pictures. */
    ContactSheet(int pictures) {
        columns = Math.clamp(pictures, 1, WIDEST);
        int rows = Math.max(1, (pictures + columns - 1) / columns);
        ImageSize size = new ImageSize(columns * CELL_WIDTH + MARGIN, rows * CELL_HEIGHT + MARGIN);
        sheet = Images.filled(Mode.RGB, size, GROUND);
    }

    /** Adds a picture, scaled down to its cell if it is larger. */
    void add(String name, Image picture) {
        Image fitted = fitted(picture);
        int left = left() + (PICTURE.width() - fitted.size().width()) / 2;
        int top = top() + (PICTURE.height() - fitted.size().height()) / 2;
        Shapes.put(sheet, fitted, left, top);
        label(name);
    }

    /** Adds a cell without a picture, in which is written why there is none. */
    void addMissing(String name, String why) {
        Shapes.fill(sheet, left(), top(), PICTURE.width(), PICTURE.height(), VOID);
        List<String> lines = wrapped(why, LABEL_LENGTH - 1, 4);
        int y = top() + (PICTURE.height() - lines.size() * LINE) / 2;
        for (String line : lines) {
            Lettering.write(sheet, left() + LETTER_SCALE * 3, y, LETTER_SCALE, line, WARNING);
            y += LINE;
        }
        label(name);
    }

    /** The sheet as a PNG file. */
    byte[] png() {
        return Codec.encode(sheet, EncodeOptions.of(ImageFormat.PNG));
    }

    private void label(String name) {
        int y = top() + PICTURE.height() + LETTER_SCALE * 2;
        for (String line : wrapped(name, LABEL_LENGTH, LABEL_LINES)) {
            Lettering.write(sheet, left(), y, LETTER_SCALE, line, INK);
            y += LINE;
        }
        cells++;
    }

    private int left() {
        return MARGIN + cells % columns * CELL_WIDTH;
    }

    private int top() {
        return MARGIN + cells / columns * CELL_HEIGHT;
    }

    private static Image fitted(Image picture) {
        Image rgba = picture.mode() == Mode.RGBA ? picture : picture.convert(Mode.RGBA);
        double scale = Math.min(
                (double) PICTURE.width() / rgba.size().width(),
                (double) PICTURE.height() / rgba.size().height());
        if (scale >= 1) {
            return rgba;
        }
        int width = Math.max(1, (int) Math.round(rgba.size().width() * scale));
        int height = Math.max(1, (int) Math.round(rgba.size().height() * scale));
        return rgba.resize(new ImageSize(width, height), Filter.LANCZOS);
    }

    /** Cut into lines of at most so many characters, after a space or a mark where there is one; what does not fit ends in dots. */
    private static List<String> wrapped(String text, int length, int lines) {
        List<String> wrapped = new ArrayList<>();
        String rest = text;
        while (wrapped.size() < lines - 1 && rest.length() > length) {
            int cut = cut(rest, length);
            wrapped.add(rest.substring(0, cut));
            rest = rest.substring(cut);
        }
        wrapped.add(rest.length() <= length ? rest : rest.substring(0, length - 2) + "..");
        return wrapped;
    }

    private static int cut(String text, int length) {
        for (int cut = length; cut > length / 3; cut--) {
            if (" -_.".indexOf(text.charAt(cut - 1)) >= 0) {
                return cut;
            }
        }
        return length;
    }
}
