package dev.imagemill.storage.rendition;

import java.util.UUID;

/**
 * A rendition that could not be made for an image.
 *
 * @param imageId the image
 * @param name full name of the rendition
 * @param key digest of the key that failed; the failure is not noted if the name has come to mean another
 * @param code stable code of the problem
 * @param detail what was wrong
 */
public record FailedRendition(UUID imageId, String name, String key, String code, String detail) {}
