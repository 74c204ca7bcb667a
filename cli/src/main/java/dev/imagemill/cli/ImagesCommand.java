package dev.imagemill.cli;

import dev.imagemill.cli.client.CatalogImage;
import dev.imagemill.cli.client.ImagemillClient;
import dev.imagemill.cli.client.Page;
import dev.imagemill.cli.client.Rendition;
import dev.imagemill.cli.terminal.Table;
import dev.imagemill.cli.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code imagemill images}: what the catalogue holds. */
@Command(
        name = "images",
        description = "List images and their renditions.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class ImagesCommand {
    private static final int LARGEST_PAGE = 100;

    private final Terminal terminal;

    @Mixin
    private ServerOption server = new ServerOption();

    ImagesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "list", description = "List images.")
    int list(
            @Option(names = "--prefix", paramLabel = "TEXT", description = "only images named so") @Nullable
                    String prefix,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "50",
                            description = "at most so many (default: 50)")
                    int limit) {
        Table table = new Table("IMAGE", "SIZE", "MODE", "BYTES", "NAME");
        boolean more;
        try (ImagemillClient client = server.client()) {
            more = fill(table, client, prefix, limit);
        }
        terminal.table(table);
        if (more) {
            terminal.line("... and more: raise --limit to see them");
        }
        return ExitCode.OK;
    }

    @Command(name = "show", description = "Show an image and its renditions.")
    int show(@Parameters(paramLabel = "ID", description = "the image") String id) {
        try (ImagemillClient client = server.client()) {
            CatalogImage image = client.image(id);
            terminal.line(image.name() + "  " + size(image.width(), image.height()) + "  " + image.mode() + "  "
                    + image.mediaType());
            Table table = new Table("RENDITION", "STATE", "SIZE", "BYTES", "URL");
            for (Rendition rendition : client.renditions(id)) {
                table.row(
                        rendition.name(),
                        rendition.state(),
                        size(rendition.width(), rendition.height()),
                        Long.toString(rendition.bytes()),
                        client.server().resolve(rendition.href() + "/content").toString());
            }
            terminal.table(table);
            return ExitCode.OK;
        }
    }

    /** Adds rows up to the limit; whether there would have been more. */
    private static boolean fill(Table table, ImagemillClient client, @Nullable String prefix, int limit) {
        String cursor = null;
        int left = limit;
        do {
            Page<CatalogImage> page = client.images(prefix, Math.min(left, LARGEST_PAGE), cursor);
            for (CatalogImage image : page.items()) {
                table.row(
                        image.id(),
                        size(image.width(), image.height()),
                        String.valueOf(image.mode()),
                        Long.toString(image.bytes()),
                        image.name());
            }
            left -= page.items().size();
            cursor = page.next();
        } while (cursor != null && left > 0);
        return cursor != null;
    }

    private static String size(int width, int height) {
        return width + "x" + height;
    }
}
