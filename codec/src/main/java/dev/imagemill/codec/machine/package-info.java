/**
 * What bindings of native libraries share, for those of {@code dev.imagemill.codec} alone: {@link dev.imagemill.codec.machine.MachineLibrary} finds a library that a machine may
 * have, {@link dev.imagemill.codec.machine.Presence} says whether it did, {@link dev.imagemill.codec.machine.CFunctions} makes a library's functions callable, and {@link
 * dev.imagemill.codec.machine.NativeMemory} owns what it allocates.
 */
@NullMarked
package dev.imagemill.codec.machine;

import org.jspecify.annotations.NullMarked;
