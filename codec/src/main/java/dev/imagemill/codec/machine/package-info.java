/**
 * Native libraries that a machine may have besides libvips, for {@code dev.imagemill.codec}'s bindings alone: {@link
 * dev.imagemill.codec.machine.MachineLibrary} finds one, {@link dev.imagemill.codec.machine.Presence} says whether it did, and {@link
 * dev.imagemill.codec.machine.CFunctions} makes its functions callable.
 */
@NullMarked
package dev.imagemill.codec.machine;

import org.jspecify.annotations.NullMarked;
