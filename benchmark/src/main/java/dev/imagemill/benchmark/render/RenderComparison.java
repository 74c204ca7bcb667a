package dev.imagemill.benchmark.render;

import dev.imagemill.benchmark.Effort;
import dev.imagemill.benchmark.Machine;
import dev.imagemill.benchmark.Section;
import dev.imagemill.benchmark.Verdict;
import dev.imagemill.benchmark.deployment.Deployment;
import dev.imagemill.benchmark.deployment.Service;
import dev.imagemill.benchmark.photograph.DistinctCopy;
import dev.imagemill.benchmark.photograph.Photographs;
import dev.imagemill.benchmark.process.Surroundings;
import dev.imagemill.cli.RenderKey;
import dev.imagemill.codec.Codec;
import dev.imagemill.contract.store.ObjectKeys;
import dev.imagemill.contract.store.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * {@code GET /v1/render} against ipx, both over HTTP on this machine, for pictures that were not made before: the transform service in a process
 * of its own, which reads sources from the embedded S3 server and stores renditions there, ipx with the same sources from the same server, and ipx
 * over local files; ipx stores nothing. They take turns round by round.
 *
 * <p>Run with {@code benchmark/run render [--write]}.
 */
public final class RenderComparison {
    private static final List<String> FORMATS = List.of("jpeg", "webp");
    private static final List<Integer> CLIENTS = List.of(1, 4, 16);
    private static final int COPIES = Effort.of(24, 2);
    private static final int ROUNDS = Effort.of(7, 1);
    private static final int REQUESTS = Effort.of(80, 16);
    private static final int WARM_UP_CLIENTS = 4;
    /** The JVM compiles what has run some ten thousand times, and a request runs much of our code once. */
    private static final int OUR_WARM_UP = Effort.of(20_000, 8);

    private static final int THEIR_WARM_UP = Effort.of(2000, 8);

    private static final RenderKey KEY = RenderKey.random("benchmark");

    private RenderComparison() {}

    /** Prints the report. */
    public static void main(String[] arguments) throws Exception {
        Codec.ensureLoaded();
        List<Path> photographs = Photographs.everyday();
        try (Deployment deployment = Deployment.start()) {
            List<Path> pictures = pictures(photographs, deployment);
            Service transform = deployment.service(
                    "transform",
                    Map.of(
                            "imagemill.transform.render.keys[0].id", KEY.id(),
                            "imagemill.transform.render.keys[0].secret", KEY.secret()));
            List<String> digests = new ArrayList<>();
            for (Path picture : pictures) {
                digests.add(Sha256.of(Files.readAllBytes(picture)));
            }
            List<URI> inS3 = deployment.signedAddresses(
                    digests.stream().map(ObjectKeys::blob).toList());
            try (IpxPeer overS3 = IpxPeer.overHttp();
                    IpxPeer overFiles = IpxPeer.overFiles(pictures.getFirst().resolveSibling(""))) {
                List<Long> s3 = List.of(deployment.s3().pid());
                Side ours = new Side(
                        "Imagemill",
                        pictures.size(),
                        (source, width, format) -> ourAddress(transform.address(), digests.get(source), width, format),
                        transform.process().pid(),
                        s3);
                List<Side> theirs = List.of(
                        new Side(
                                "S3",
                                pictures.size(),
                                (source, width, format) ->
                                        theirAddress(overS3.address(), inS3.get(source), width, format),
                                overS3.process().pid(),
                                s3),
                        new Side(
                                "files",
                                pictures.size(),
                                (source, width, format) -> theirAddress(
                                        overFiles.address(),
                                        pictures.get(source).getFileName(),
                                        width,
                                        format),
                                overFiles.process().pid(),
                                List.of()));
                String report = report(ours, theirs, pictures.size());
                System.out.println(report);
                if (List.of(arguments).contains("--write")) {
                    new Section("render").write(Section.PERFORMANCE, report);
                }
            }
        }
    }

    /** Copies of every photograph, in an order that mixes them, in a folder and in the object store. */
    private static List<Path> pictures(List<Path> photographs, Deployment deployment)
            throws IOException, InterruptedException {
        Path folder = Files.createDirectory(deployment.folder().resolve("pictures"));
        List<Path> pictures = new ArrayList<>();
        for (int i = 0; i < COPIES; i++) {
            for (Path photograph : photographs) {
                Path copy = folder.resolve(i + "-" + photograph.getFileName());
                Files.write(copy, DistinctCopy.of(Files.readAllBytes(photograph), "copy " + i));
                pictures.add(copy);
            }
        }
        try (Service ingest = deployment.service("ingest", Map.of())) {
            Deployment.upload(ingest, pictures);
        }
        return pictures;
    }

    private static String report(Side ours, List<Side> theirs, int pictures)
            throws IOException, InterruptedException, ExecutionException {
        List<Cell> cells = new ArrayList<>();
        try (Load load = new Load()) {
            for (String format : FORMATS) {
                load.run(ours.nextSmall(format, OUR_WARM_UP), WARM_UP_CLIENTS, "image/" + format);
                for (Side side : theirs) {
                    load.run(side.nextSmall(format, THEIR_WARM_UP), WARM_UP_CLIENTS, "image/" + format);
                }
            }
            ours.memory().forget();
            for (Side side : theirs) {
                side.memory().forget();
                for (String format : FORMATS) {
                    for (int clients : CLIENTS) {
                        cells.add(cell(load, format, clients, ours, side));
                        System.err.println(cells.getLast().row());
                    }
                }
            }
        }
        return String.join(
                "\n\n",
                "On " + Machine.described() + ": " + IpxPeer.version() + ". " + pictures + " pictures, " + ROUNDS
                        + " rounds of " + REQUESTS + " requests on each side for each line.",
                Verdict.table(
                        theirs.stream().flatMap(side -> verdicts(side, cells)).toList()),
                Cell.table(cells),
                String.format(
                        Locale.ROOT,
                        "Peak memory: %d MiB, of ipx %d MiB. %s",
                        ours.memory().peak(),
                        theirs.getFirst().memory().peak(),
                        Surroundings.described()));
    }

    private static Stream<Verdict> verdicts(Side theirs, List<Cell> cells) {
        List<Cell> against = cells.stream()
                .filter(cell -> cell.sources().equals(theirs.name()))
                .toList();
        String peer = "ipx that reads from " + theirs.name();
        return Stream.of(
                Verdict.atLeast(
                        "requests a second, times those of " + peer + ", the least of the lines",
                        1,
                        against.stream().mapToDouble(Cell::speed).min().orElseThrow(),
                        ""),
                Verdict.atMost(
                        "p99, times that of " + peer + ", the most of the lines",
                        1,
                        against.stream().mapToDouble(Cell::p99Ratio).max().orElseThrow(),
                        ""));
    }

    private static Cell cell(Load load, String format, int clients, Side ours, Side theirs)
            throws IOException, InterruptedException, ExecutionException {
        Cell cell = new Cell(theirs.name(), format, clients, new Tally(ours), new Tally(theirs));
        for (int i = 0; i < ROUNDS; i++) {
            cell.ours().round(load, ours.next(format, REQUESTS), clients, "image/" + format);
            cell.theirs().round(load, theirs.next(format, REQUESTS), clients, "image/" + format);
        }
        return cell;
    }

    private static URI ourAddress(URI server, String digest, int width, String format) {
        String pipeline = """
                {"operations":[{"op":"scale","width":%d}],"output":{"format":"%s","quality":80}}""".formatted(width, format);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(pipeline.getBytes(StandardCharsets.UTF_8))
                + "/" + digest;
        return server.resolve("/v1/render/" + KEY.sign(text) + "/" + text);
    }

    private static URI theirAddress(URI server, Object source, int width, String format) {
        return URI.create(server + "/w_" + width + ",f_" + format + ",q_80/" + source);
    }
}
