package dev.imagemill.transform.engine;

/** A decoded source, from which renditions are made, by any threads at a time, until it is closed. */
public sealed interface DecodedSource extends AutoCloseable permits DecodedPictures, DecodedYcc {
    /** Makes one rendition, given by the position of its pipeline in the list that was planned for. */
    Outcome render(int pipeline);

    @Override
    void close();
}
