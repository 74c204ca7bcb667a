package dev.imagemill.imageop.array;

/** Which axis of an array's memory runs fastest. */
public enum AxisOrder {
    /** The last axis runs fastest: the rows of a matrix lie one after the other. */
    C,
    /** The first axis runs fastest: the columns of a matrix lie one after the other. */
    FORTRAN
}
