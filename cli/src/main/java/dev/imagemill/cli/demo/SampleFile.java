package dev.imagemill.cli.demo;

/**
 * One picture that the demo renders for itself.
 *
 * @param sound whether it should pass; the others are broken on purpose
 */
record SampleFile(String name, boolean sound, Content content) {
    /** Makes the file's bytes; costs time, so it is done when they are needed. */
    @FunctionalInterface
    interface Content {
        byte[] bytes();
    }
}
