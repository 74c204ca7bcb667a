/**
 * The entry points of the child JVMs. They are copied out and run with the class path of the server they start, so they use
 * nothing of this module and, but for that server, nothing besides the JDK.
 */
@NullMarked
package dev.imagemill.embedded.child;

import org.jspecify.annotations.NullMarked;
