/** The services in processes of their own, as an operator runs them, over the embedded backends. */
@NullMarked
package dev.imagemill.benchmark.deployment;

import org.jspecify.annotations.NullMarked;
