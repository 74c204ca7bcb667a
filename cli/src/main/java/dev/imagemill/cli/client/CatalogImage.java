package dev.imagemill.cli.client;

import org.jspecify.annotations.Nullable;

/** One image as the catalogue lists it. */
public record CatalogImage(
        String id,
        String name,
        @Nullable String sha256,
        long bytes,
        @Nullable String mediaType,
        int width,
        int height,
        @Nullable String mode,
        int orientation) {}
