package dev.imagemill.storage.mark;

import dev.imagemill.contract.pipeline.RenditionSpec;
import dev.imagemill.contract.problem.ProblemException;
import dev.imagemill.contract.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names the images of watermarks by the files of their current versions; a later version changes nothing about it. */
@Component
public class WatermarkImages {
    private static final String FILE = """
            SELECT encode(f.sha256, 'hex')
            FROM image i
            JOIN version_file f ON f.image_id = i.id AND f.version = i.current_version AND f.entry = 0 AND f.view = 0
            WHERE i.id = :id
            """;

    private final JdbcClient jdbc;

    WatermarkImages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The same renditions with every watermark named by its file.
     *
     * @param at where the list lies in the submitted document, as a JSON Pointer
     * @throws ProblemException {@code watermark-missing}
     */
    public List<RenditionSpec> replace(List<RenditionSpec> renditions, String at) {
        List<RenditionSpec> named = new ArrayList<>();
        for (RenditionSpec rendition : renditions) {
            named.add(replace(rendition, at + "/" + named.size() + "/pipeline"));
        }
        return named;
    }

    private RenditionSpec replace(RenditionSpec rendition, String at) {
        if (rendition.pipeline().images().isEmpty()) {
            return rendition;
        }
        try {
            return new RenditionSpec(rendition.name(), rendition.pipeline().withImages(this::file));
        } catch (ProblemException missing) {
            throw new ProblemException(missing.problem().within(at), missing);
        }
    }

    private String file(UUID image) {
        return jdbc.sql(FILE)
                .param("id", image)
                .query(String.class)
                .optional()
                .orElseThrow(() ->
                        new ProblemException(ProblemType.WATERMARK_MISSING, "there is no image %s".formatted(image)));
    }
}
