package dev.imagemill.transform.engine;

/** What pipelines need besides their source. */
public record Aids(Marks marks, Profiles profiles) {
    /** For pipelines that need nothing else. */
    public static final Aids NONE = new Aids(Marks.NONE, Profiles.NONE);

    /** Watermarks alone. */
    public static Aids of(Marks marks) {
        return new Aids(marks, Profiles.NONE);
    }
}
