package dev.imagemill.codec;

/** The image is larger than the caller's {@link Limits} allow. */
public final class LimitExceeded extends CodecException {
    private final Limit limit;
    private final long value;
    private final long most;

    LimitExceeded(Limit limit, long value, long most) {
        super("the image has " + value + " " + limit.unit() + ", and at most " + most + " are allowed", null);
        this.limit = limit;
        this.value = value;
        this.most = most;
    }

    /** Which limit. */
    public Limit limit() {
        return limit;
    }

    /** What the image has. */
    public long value() {
        return value;
    }

    /** What is allowed. */
    public long most() {
        return most;
    }

    /** One of the {@link Limits}. */
    public enum Limit {
        BYTES("bytes"),
        SIDE("pixels on its longer side"),
        PIXELS("pixels"),
        PAGES("pages");

        private final String unit;

        Limit(String unit) {
            this.unit = unit;
        }

        String unit() {
            return unit;
        }
    }
}
