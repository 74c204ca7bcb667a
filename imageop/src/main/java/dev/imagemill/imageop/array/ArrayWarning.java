package dev.imagemill.imageop.array;

/** What a caller should know about an image that was made of an array all the same. */
public enum ArrayWarning {
    /** Values below 0 or above 255 were brought into the range. */
    VALUE_RANGE("values should be from 0 to 255; they were brought into that range"),
    /** JPEG has no transparency, so the fourth channel was dropped. */
    JPEG_ALPHA_DROPPED("JPEG has no transparency; alpha was dropped");

    private final String message;

    ArrayWarning(String message) {
        this.message = message;
    }

    /** A sentence for people. */
    public String message() {
        return message;
    }
}
