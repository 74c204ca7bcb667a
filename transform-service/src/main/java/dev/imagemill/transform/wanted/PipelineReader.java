package dev.imagemill.transform.wanted;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.imagemill.contract.pipeline.OpenPipeline;
import dev.imagemill.contract.pipeline.OutputFormat;
import dev.imagemill.contract.pipeline.Preset;
import dev.imagemill.contract.pipeline.RenditionSpec;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads what is wanted: a pipeline in JSON, a preset by its name, which means all of its renditions, or one of them by its full name,
 * as {@code thumbnails.w400}.
 */
public final class PipelineReader {
    private static final Pattern NAMES = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}(\\.[a-z0-9][a-z0-9_-]{0,63})?");
    private static final int LONGEST_ECHO = 130;

    private final PublishedPresets presets;
    private final Function<UUID, String> digests;

    /**
     * @param digests finds the digest of an image's file, for pipelines that name images by id
     */
    PipelineReader(PublishedPresets presets, Function<UUID, String> digests) {
        this.presets = presets;
        this.digests = digests;
    }

    /**
     * Reads one text of a request.
     *
     * @param at where it lies in the request, as a JSON Pointer
     * @throws ProblemException {@code invalid-pipeline} or {@code unknown-preset}
     */
    public List<Wish> read(String text, String at) {
        String stripped = text.strip();
        if (NAMES.matcher(stripped).matches()) {
            return ofPreset(stripped, at).stream().<Wish>map(Wish.Settled::new).toList();
        }
        return List.of(unnamed(stripped, at));
    }

    /**
     * Reads a path segment that stands for exactly one pipeline: the full name of a preset's rendition, the name of a preset that has one
     * rendition only, or a pipeline's JSON in base64url.
     *
     * @throws ProblemException {@code invalid-pipeline} or {@code unknown-preset}
     */
    public Wish readSegment(String segment) {
        if (!NAMES.matcher(segment).matches()) {
            return unnamed(decode(segment), "");
        }
        List<WantedPipeline> wanted = ofPreset(segment, "");
        if (wanted.size() > 1) {
            List<String> names = wanted.stream().map(WantedPipeline::name).toList();
            throw Problem.of(
                            ProblemType.UNKNOWN_PRESET,
                            "the preset \"" + segment + "\" has several renditions: name one of "
                                    + String.join(", ", names))
                    .exception();
        }
        return new Wish.Settled(wanted.getFirst());
    }

    private Wish unnamed(String json, String at) {
        try {
            OpenPipeline pipeline = OpenPipeline.parse(json);
            return pipeline.isOpen()
                    ? new Wish.Open(pipeline, digests)
                    : new Wish.Settled(Wish.named(pipeline.settled(OutputFormat.PNG), digests));
        } catch (ProblemException e) {
            throw new ProblemException(e.problem().within(at), e);
        }
    }

    private List<WantedPipeline> ofPreset(String name, String at) {
        int dot = name.indexOf('.');
        String presetName = dot < 0 ? name : name.substring(0, dot);
        Preset preset = presets.find(presetName)
                .orElseThrow(() -> unknown(at, "there is no preset \"" + shown(presetName) + '"'));
        List<WantedPipeline> wanted = preset.renditions().stream()
                .filter(rendition -> dot < 0 || rendition.name().equals(name.substring(dot + 1)))
                .map(rendition -> wanted(preset, rendition))
                .toList();
        if (wanted.isEmpty()) {
            throw unknown(
                    at,
                    "the preset \"" + presetName + "\" has no rendition of that name: it has "
                            + String.join(
                                    ", ",
                                    preset.renditions().stream()
                                            .map(RenditionSpec::name)
                                            .toList()));
        }
        return wanted;
    }

    private WantedPipeline wanted(Preset preset, RenditionSpec rendition) {
        return new WantedPipeline(
                preset.fullName(rendition), rendition.pipeline().withImages(digests), false);
    }

    private static ProblemException unknown(String at, String detail) {
        return Problem.at(ProblemType.UNKNOWN_PRESET, at, detail).exception();
    }

    private static String decode(String segment) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(segment);
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemType.INVALID_PIPELINE,
                            "expected a preset's name or a pipeline's JSON in base64url, got \"" + shown(segment)
                                    + '"'),
                    e);
        }
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "...";
    }
}
