package dev.imagemill.cli.client;

import java.util.List;

/** Of a preset, the names of its renditions. */
record PresetNames(List<Rendition> renditions) {
    record Rendition(String name) {}
}
