package dev.imagemill.benchmark.pillow;

/** One of the two that take turns, with a piece of work in hand. */
interface Side {
    /** Does the work so many times, and says what one repetition took. */
    Timing round(int repetitions);
}
