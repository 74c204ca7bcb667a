package dev.imagemill.storage.ledger;

/** The states of a chunk's items, a byte each. */
final class ItemStates {
    private static final byte OPEN = 0;
    private static final byte DONE = 1;
    private static final byte FAILED = 2;

    private final byte[] states;

    ItemStates(byte[] states) {
        this.states = states.clone();
    }

    static ItemStates allOpen(int items) {
        return new ItemStates(new byte[items]);
    }

    boolean isOpen(int item) {
        return item >= 0 && item < states.length && states[item] == OPEN;
    }

    void done(int item) {
        states[item] = DONE;
    }

    void failed(int item) {
        states[item] = FAILED;
    }

    int open() {
        int open = 0;
        for (byte state : states) {
            open += state == OPEN ? 1 : 0;
        }
        return open;
    }

    byte[] bytes() {
        return states.clone();
    }
}
