package dev.imagemill.benchmark.peer;

import dev.imagemill.benchmark.process.ProcessClock;
import dev.imagemill.codec.Codec;
import dev.imagemill.codec.DecodeOptions;
import dev.imagemill.codec.DecodedImage;
import dev.imagemill.codec.EncodeOptions;
import dev.imagemill.codec.ImageFormat;
import dev.imagemill.codec.Limits;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.imageop.Image;
import dev.imagemill.transform.engine.Engine;
import dev.imagemill.transform.engine.Outcome;
import dev.imagemill.transform.engine.Source;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** The engine behind the line protocol of {@code sharp-peer.mjs}; started by the comparison with a worker's settings. */
public final class EnginePeer {
    /** What starts it, as the benchmarks' first argument. */
    public static final String COMMAND = "engine-peer";

    private static final JsonMapper JSON = new JsonMapper();

    private final Engine engine = new Engine(Limits.DEFAULT);
    private final ProcessClock clock = new ProcessClock();

    private EnginePeer() {}

    /** Answers until standard input ends. */
    public static void main(String[] arguments) throws Exception {
        Codec.ensureLoaded();
        EnginePeer peer = new EnginePeer();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split(" ", 5);
            System.out.println(peer.answer(
                    Work.parse(words[0]),
                    Integer.parseInt(words[1]),
                    Integer.parseInt(words[2]),
                    Path.of(words[3]),
                    Path.of(words[4])));
        }
    }

    private String answer(Work work, int repetitions, int threads, Path folder, Path source)
            throws IOException, InterruptedException, ExecutionException {
        byte[] bytes = Files.readAllBytes(source);
        Supplier<List<byte[]>> job = job(work, bytes);
        long cpu = clock.nanos();
        long start = System.nanoTime();
        List<byte[]> outputs = repeat(job, repetitions, threads);
        long usedCpu = clock.nanos() - cpu;
        long usedWall = System.nanoTime() - start;
        List<String> files = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            Path file = folder.resolve(i + "." + work.format());
            Files.write(file, outputs.get(i));
            files.add(file.toString());
        }
        return JSON.writeValueAsString(
                Map.of("cpuSeconds", usedCpu / 1e9, "wallSeconds", usedWall / 1e9, "files", files));
    }

    private Supplier<List<byte[]>> job(Work work, byte[] source) {
        List<Pipeline> pipelines = work.pipelines();
        return work.codecOnly()
                ? codecAlone(source, render(engine, source, pipelines).getFirst())
                : () -> render(engine, source, pipelines);
    }

    /** A rendition without the resampling in its middle. */
    private static Supplier<List<byte[]>> codecAlone(byte[] source, byte[] rendition) {
        Image result = decoded(rendition);
        DecodeOptions small = DecodeOptions.DEFAULT.withAtLeast(result.size());
        EncodeOptions encoding = EncodeOptions.of(ImageFormat.JPEG);
        return () -> {
            Codec.decode(source, small).close();
            return List.of(Codec.encode(result, encoding));
        };
    }

    private static List<byte[]> repeat(Supplier<List<byte[]>> job, int repetitions, int threads)
            throws InterruptedException, ExecutionException {
        AtomicInteger left = new AtomicInteger(repetitions);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<List<byte[]>>> parts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                parts.add(pool.submit(() -> share(job, left)));
            }
            List<byte[]> outputs = List.of();
            for (Future<List<byte[]>> part : parts) {
                outputs = part.get().isEmpty() ? outputs : part.get();
            }
            return outputs;
        }
    }

    private static List<byte[]> share(Supplier<List<byte[]>> job, AtomicInteger left) {
        List<byte[]> outputs = List.of();
        while (left.getAndDecrement() > 0) {
            outputs = job.get();
        }
        return outputs;
    }

    /** All renditions; pipelines are read once, as a worker reads those of a job. */
    static List<byte[]> render(Engine engine, byte[] source, List<Pipeline> pipelines) {
        return engine.render(Source.of(source), pipelines).stream()
                .map(EnginePeer::bytes)
                .toList();
    }

    private static byte[] bytes(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Rendered rendered -> rendered.bytes();
            case Outcome.Refused refused ->
                throw new IllegalStateException(refused.problem().detail());
        };
    }

    private static Image decoded(byte[] file) {
        try (DecodedImage decoded = Codec.decode(file, DecodeOptions.DEFAULT)) {
            return decoded.image().copy();
        }
    }
}
