package dev.imagemill.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The machine that something was measured on, in words. */
public final class Machine {
    private static final double KIB_A_GIB = 1 << 20;

    private Machine() {}

    /** Processor, memory, system and Java. */
    public static String described() throws IOException {
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %.0f GiB; %s %s, Java %s",
                value("/proc/cpuinfo", "model name", System.getProperty("os.arch")),
                Runtime.getRuntime().availableProcessors(),
                Long.parseLong(value("/proc/meminfo", "MemTotal", "0").replaceAll("\\D", "")) / KIB_A_GIB,
                System.getProperty("os.name"),
                System.getProperty("os.version").replaceFirst("-.*", ""),
                Runtime.version());
    }

    private static String value(String file, String name, String otherwise) throws IOException {
        Path path = Path.of(file);
        List<String> lines = Files.exists(path) ? Files.readAllLines(path) : List.of();
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(otherwise);
    }
}
