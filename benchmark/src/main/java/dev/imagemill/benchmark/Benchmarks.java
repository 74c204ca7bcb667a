package dev.imagemill.benchmark;

import dev.imagemill.benchmark.peer.EnginePeer;
import dev.imagemill.benchmark.peer.PeerComparison;
import dev.imagemill.benchmark.pillow.PillowComparison;
import dev.imagemill.benchmark.render.RenderComparison;
import dev.imagemill.benchmark.worker.WorkerBenchmark;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;

/** Entry point of the benchmark jar: the first argument names what is measured, the others are its own. */
public final class Benchmarks {
    private Benchmarks() {}

    /** Runs the one that the first argument names. */
    public static void main(String[] arguments) throws Exception {
        String[] rest = arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "peers" -> PeerComparison.main(rest);
            case "render" -> RenderComparison.main(rest);
            case "worker" -> WorkerBenchmark.main(rest);
            case "pillow" -> PillowComparison.main(rest);
            case "latency" -> LatencyBenchmark.main(rest);
            case EnginePeer.COMMAND -> EnginePeer.main(rest);
            case "jmh" -> org.openjdk.jmh.Main.main(rest);
            case "machine" -> writeMachine();
            default -> {
                System.err.println("unknown: " + Arrays.toString(arguments) + "; benchmark/run tells what there is");
                System.exit(2);
            }
        }
    }

    private static void writeMachine() throws IOException {
        String line =
                "Last measured as a whole on " + LocalDate.now(ZoneOffset.UTC) + ", on " + Machine.described() + ".";
        new Section("machine").write(Section.PERFORMANCE, line);
    }
}
