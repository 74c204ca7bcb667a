/** The events that the services exchange: CloudEvents 1.0 with JSON data, their topics and their reading and writing. */
@NullMarked
package dev.imagemill.contract.event;

import org.jspecify.annotations.NullMarked;
