package dev.imagemill.cli.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next cursor of the page after this one, or null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {}
