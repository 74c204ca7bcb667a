package dev.imagemill.cli.client;

/** A file the server did not take, and why. */
public record RefusedUpload(String name, Problem problem) {}
