package dev.imagemill.benchmark;

import dev.imagemill.benchmark.pillow.PillowComparison;
import java.util.Arrays;

/** Entry point of the benchmark jar: {@code peers}, {@code pillow}, {@code latency} or {@code jmh}, each with its own arguments. */
public final class Benchmarks {
    private Benchmarks() {}

    /** Runs the one that the first argument names. */
    public static void main(String[] arguments) throws Exception {
        String[] rest = arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "peers" -> PeerComparison.main(rest);
            case "pillow" -> PillowComparison.main(rest);
            case "latency" -> LatencyBenchmark.main(rest);
            case "jmh" -> org.openjdk.jmh.Main.main(rest);
            default -> {
                System.err.println(
                        "usage: peers [--write] [IMAGE] | pillow [--write] [PATTERN] | latency SERVER [UPLOADS] | jmh [PATTERN]");
                System.exit(2);
            }
        }
    }
}
