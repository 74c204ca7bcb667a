/** Whether a client still waits for its answer: what makes it costs, and is given up when nobody does. */
@NullMarked
package dev.imagemill.platform.connection;

import org.jspecify.annotations.NullMarked;
