package dev.imagemill.contract.pipeline;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A named set of renditions; each change makes a new revision.
 *
 * @param name see {@link Names}; not {@link Names#CUSTOM}
 * @param revision 1 and up
 * @param renditions 1..64 renditions of different names
 */
public record Preset(String name, int revision, List<RenditionSpec> renditions) {
    /** The greatest number of renditions of a preset or request. */
    public static final int MAX_RENDITIONS = 64;

    public Preset {
        Names.require(name, "a preset's name");
        renditions = List.copyOf(renditions);
        if (name.equals(Names.CUSTOM)) {
            throw new IllegalArgumentException("the name \"" + Names.CUSTOM + "\" is taken");
        }
        if (revision < 1) {
            throw new IllegalArgumentException("a revision is at least 1, not " + revision);
        }
        if (renditions.isEmpty() || renditions.size() > MAX_RENDITIONS) {
            throw new IllegalArgumentException("a preset has 1 to " + MAX_RENDITIONS + " renditions");
        }
        Set<String> names = new HashSet<>();
        if (!renditions.stream().allMatch(rendition -> names.add(rendition.name()))) {
            throw new IllegalArgumentException("the names of a preset's renditions differ");
        }
    }

    /** The full name of one of its renditions: {@code <preset>.<rendition>}. */
    public String fullName(RenditionSpec rendition) {
        return Names.full(name, rendition.name());
    }

    public ObjectNode json() {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("name", name).put("revision", revision);
        ArrayNode list = json.putArray("renditions");
        renditions.forEach(rendition -> list.add(rendition.json()));
        return json;
    }
}
