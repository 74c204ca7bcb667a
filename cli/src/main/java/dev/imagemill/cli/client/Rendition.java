package dev.imagemill.cli.client;

import org.jspecify.annotations.Nullable;

/**
 * One rendition of an image as the catalogue lists it.
 *
 * @param name preset and rendition, such as {@code thumbnails.w400}
 * @param state {@code READY} once its bytes can be fetched
 * @param href where it is; its bytes are at {@code href/content}
 */
public record Rendition(
        String name,
        String state,
        int width,
        int height,
        @Nullable String mediaType,
        long bytes,
        @Nullable String sha256,
        String href) {}
