package dev.imagemill.transform.transforms;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.store.Sha256;
import dev.imagemill.transform.engine.Outcome;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Sends pictures: one alone, or several in one answer, in which what could not be made is told in its place. */
final class Answers {
    static final String WIDTH = "Imagemill-Width";
    static final String HEIGHT = "Imagemill-Height";

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Answers() {}

    /**
     * Sends everything.
     *
     * @throws ProblemException if there is no picture at all
     */
    static void send(List<Answered> answers, Packaging packaging, HttpServletResponse response) throws IOException {
        if (answers.stream().noneMatch(Answered.Picture.class::isInstance)) {
            throw problem(answers.getFirst()).exception();
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        switch (packaging) {
            case ALONE -> sendAlone((Answered.Picture) answers.getFirst(), response);
            case MULTIPART -> sendParts(answers, response);
            case ZIP -> sendZip(answers, response);
        }
    }

    /** A place in the pipeline is one in the request. */
    private static Problem problem(Answered answer) {
        Problem problem = ((Answered.Refused) answer).problem();
        return problem.pointer() == null ? problem : problem.within("/" + ImageReceiver.PIPELINE);
    }

    private static void sendAlone(Answered.Picture picture, HttpServletResponse response) throws IOException {
        Outcome.Rendered rendered = picture.rendered();
        response.setContentType(rendered.mediaType());
        response.setContentLengthLong(rendered.bytes().length);
        response.setHeader(HttpHeaders.ETAG, tag(rendered));
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + picture.filename() + '"');
        response.setIntHeader(WIDTH, rendered.size().width());
        response.setIntHeader(HEIGHT, rendered.size().height());
        response.getOutputStream().write(rendered.bytes());
    }

    private static void sendParts(List<Answered> answers, HttpServletResponse response) throws IOException {
        String boundary = UUID.randomUUID().toString();
        response.setContentType("multipart/mixed; boundary=" + boundary);
        OutputStream out = response.getOutputStream();
        for (Answered answer : answers) {
            write("--" + boundary + "\r\n", out);
            switch (answer) {
                case Answered.Picture picture -> writePart(picture, out);
                case Answered.Refused refused -> writePart(refused, out);
            }
        }
        write("--" + boundary + "--\r\n", out);
    }

    private static void writePart(Answered.Picture picture, OutputStream out) throws IOException {
        Outcome.Rendered rendered = picture.rendered();
        write(
                "Content-Type: " + rendered.mediaType() + "\r\nContent-Disposition: attachment; name=\""
                        + picture.name()
                        + "\"; filename=\"" + picture.filename() + "\"\r\nContent-Length: " + rendered.bytes().length
                        + "\r\nETag: " + tag(rendered) + "\r\n" + WIDTH + ": "
                        + rendered.size().width() + "\r\n" + HEIGHT + ": "
                        + rendered.size().height() + "\r\n\r\n",
                out);
        out.write(rendered.bytes());
        write("\r\n", out);
    }

    private static void writePart(Answered.Refused refused, OutputStream out) throws IOException {
        write(
                "Content-Type: " + MediaType.APPLICATION_PROBLEM_JSON_VALUE
                        + "\r\nContent-Disposition: attachment; name=\"" + refused.name() + "\"\r\n\r\n",
                out);
        out.write(json(refused.problem()));
        write("\r\n", out);
    }

    /** Uncompressed, as pictures are compressed already, and without the time, so that the same request gives the same file. */
    private static void sendZip(List<Answered> answers, HttpServletResponse response) throws IOException {
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"renditions.zip\"");
        try (ZipOutputStream zip = new ZipOutputStream(response.getOutputStream())) {
            for (Answered answer : answers) {
                switch (answer) {
                    case Answered.Picture picture ->
                        writeMember(picture.filename(), picture.rendered().bytes(), zip);
                    case Answered.Refused refused ->
                        writeMember(refused.name() + ".problem.json", json(refused.problem()), zip);
                }
            }
        }
    }

    private static void writeMember(String name, byte[] bytes, ZipOutputStream zip) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static String tag(Outcome.Rendered rendered) {
        return '"' + Sha256.of(rendered.bytes()) + '"';
    }

    private static byte[] json(Problem problem) {
        return JsonMapper.shared().writeValueAsBytes(problem.document());
    }

    private static void write(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(US_ASCII));
    }
}
