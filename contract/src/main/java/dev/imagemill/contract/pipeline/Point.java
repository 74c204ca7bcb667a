package dev.imagemill.contract.pipeline;

/**
 * A pixel of an image, from the left and from the top; may lie outside.
 *
 * @param x columns to the left of it
 * @param y rows above it
 */
public record Point(int x, int y) {}
