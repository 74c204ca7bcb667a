/**
 * Functions of one component's value, as the operation {@code map} takes them: expressions, named curves and tables.
 *
 * <p>A function is read once, when a pipeline is, and knows no depth: it is told the largest value of a component with each value. An
 * expression is arithmetic and nothing else. It is parsed by EvalEx with operators and functions of our own, checked, and worked out in
 * {@code double} with {@link java.lang.StrictMath}, so that it gives the same bits on every machine.
 */
@NullMarked
package dev.imagemill.contract.function;

import org.jspecify.annotations.NullMarked;
