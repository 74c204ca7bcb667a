package dev.imagemill.contract.function;

/** How tightly terms are bound, loosest first. A sign binds less than a power, as in Python: {@code -v^2} is {@code -(v^2)}. */
enum Precedence {
    EQUALITY(1),
    COMPARISON(2),
    SUM(3),
    PRODUCT(4),
    SIGN(5),
    POWER(6),
    ATOM(7);

    private final int level;

    Precedence(int level) {
        this.level = level;
    }

    /** The greater the tighter. */
    int level() {
        return level;
    }
}
