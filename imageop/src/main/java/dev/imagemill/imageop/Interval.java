package dev.imagemill.imageop;

/** The legal values of one component, from {@code min} to {@code max}, both included. */
public record Interval(long min, long max) {}
