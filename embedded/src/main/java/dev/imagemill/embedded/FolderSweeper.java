package dev.imagemill.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** Removes a temporary folder after this JVM has ended in whatever way, once the servers in it had time to end. */
final class FolderSweeper {
    private static final String SCRIPT = """
            trap '' INT HUP QUIT
            read -r line
            for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
                sleep 0.5
                alive=''
                for file in "$1"/*/pid "$1"/*/data/postmaster.pid; do
                    [ -f "$file" ] && read -r pid rest < "$file" && kill -0 "$pid" 2>/dev/null && alive=1
                done
                [ -z "$alive" ] && break
            done
            rm -rf "$1"
            """;

    private FolderSweeper() {}

    static void watch(Path folder) throws IOException {
        new ProcessBuilder("/bin/sh", "-c", SCRIPT, "imagemill", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
