package dev.imagemill.storage.verification;

/**
 * How much of a section was looked at.
 *
 * @param rows in Postgres
 * @param objects in the bucket
 * @param bytes of those objects
 * @param young objects without a row that are too young to wonder
 */
record Tally(long rows, long objects, long bytes, long young) {
    static final Tally ZERO = new Tally(0, 0, 0, 0);

    Tally row() {
        return new Tally(rows + 1, objects, bytes, young);
    }

    Tally object(long itsBytes) {
        return new Tally(rows, objects + 1, bytes + itsBytes, young);
    }

    Tally youngOne() {
        return new Tally(rows, objects, bytes, young + 1);
    }
}
