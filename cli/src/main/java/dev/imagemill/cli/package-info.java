/** The {@code imagemill} command line: its commands, their arguments and their exit codes. */
@NullMarked
package dev.imagemill.cli;

import org.jspecify.annotations.NullMarked;
