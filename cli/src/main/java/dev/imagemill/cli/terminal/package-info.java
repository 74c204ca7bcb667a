/** Plain-text output: tables and a progress bar that redraws itself on a terminal and prints lines anywhere else. */
@NullMarked
package dev.imagemill.cli.terminal;

import org.jspecify.annotations.NullMarked;
