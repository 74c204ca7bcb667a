package dev.imagemill.transform.bench;

import static java.util.Objects.requireNonNull;

import dev.imagemill.codec.Codec;
import dev.imagemill.codec.CodecException;
import dev.imagemill.codec.ColorProfile;
import dev.imagemill.contract.pipeline.Pipeline;
import dev.imagemill.contract.problem.Problem;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import dev.imagemill.contract.store.Sha256;
import dev.imagemill.transform.engine.Profiles;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Colour profiles by the digests of their files: those of the operator's folder, and those used lately of object storage. A digest names the
 * content, and is checked, so nothing here is ever out of date or another than the one that was asked for.
 */
public final class ProfileShelf {
    /** For where there are no profiles. */
    public static final ProfileShelf EMPTY = new ProfileShelf(Map.of(), (_, _) -> java.util.Optional.empty());

    static final long MOST_BYTES = 16L << 20;

    private static final int MOST_KEPT = 8;
    private static final float USUAL_LOAD = 0.75f;

    private final Map<String, ColorProfile> own;
    private final ProfileFiles files;
    private final Map<String, ColorProfile> kept = new LinkedHashMap<>(16, USUAL_LOAD, /* accessOrder= */ true);

    /**
     * @param own the operator's, by their digests
     * @param files what is not among them
     */
    ProfileShelf(Map<String, ColorProfile> own, ProfileFiles files) {
        this.own = Map.copyOf(own);
        this.files = requireNonNull(files, "files is null");
    }

    /** Brings the profiles here that pipelines want. One that cannot be had fails the pipelines that want it, and no others. */
    Profiles gather(List<Pipeline> pipelines) throws InterruptedException {
        Map<String, ColorProfile> profiles = new HashMap<>();
        Map<String, Problem> problems = new HashMap<>();
        for (String sha256 : pipelines.stream()
                .flatMap(pipeline -> pipeline.profiles().stream())
                .distinct()
                .toList()) {
            try {
                profiles.put(sha256, profile(sha256));
            } catch (RuntimeException | Error failure) {
                Problem problem = Failures.problem(failure);
                problems.put(sha256, Problem.of(problem.type(), "the colour profile: " + problem.detail()));
            }
        }
        return profiles.isEmpty() && problems.isEmpty() ? Profiles.NONE : sha256 -> found(sha256, profiles, problems);
    }

    private static ColorProfile found(
            String sha256, Map<String, ColorProfile> profiles, Map<String, Problem> problems) {
        ColorProfile profile = profiles.get(sha256);
        if (profile == null) {
            throw requireNonNull(problems.get(sha256)).exception();
        }
        return profile;
    }

    private ColorProfile profile(String sha256) throws InterruptedException {
        ColorProfile profile = own.get(sha256);
        ColorProfile known = profile == null ? find(sha256) : profile;
        return known == null ? keep(sha256, read(sha256)) : known;
    }

    private synchronized @Nullable ColorProfile find(String sha256) {
        return kept.get(sha256);
    }

    private synchronized ColorProfile keep(String sha256, ColorProfile profile) {
        kept.put(sha256, profile);
        if (kept.size() > MOST_KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return profile;
    }

    private ColorProfile read(String sha256) throws InterruptedException {
        byte[] bytes = files.fetch(sha256, MOST_BYTES)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.PROFILE_MISSING, "its file " + sha256 + " is not in object storage"));
        if (!Sha256.of(bytes).equals(sha256)) {
            throw new ProblemException(ProblemType.UNUSABLE_PROFILE, "its file has another digest than its name");
        }
        try {
            return Codec.inkProfile(bytes);
        } catch (CodecException unusable) {
            String detail = unusable.getMessage() == null ? "it is broken" : unusable.getMessage();
            throw new ProblemException(Problem.of(ProblemType.UNUSABLE_PROFILE, detail), unusable);
        }
    }
}
