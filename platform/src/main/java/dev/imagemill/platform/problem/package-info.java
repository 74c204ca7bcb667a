/**
 * Errors as RFC 9457 problem documents: one advice that gives every failure of a web request its stable code, so that a
 * service only throws {@link dev.imagemill.contract.problem.ProblemException} or one of the platform's own exceptions.
 */
@NullMarked
package dev.imagemill.platform.problem;

import org.jspecify.annotations.NullMarked;
