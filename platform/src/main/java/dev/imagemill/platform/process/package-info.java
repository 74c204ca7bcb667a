/** What a service tells of its process, beyond what Spring Boot tells, and what it needs of the JVM. */
@NullMarked
package dev.imagemill.platform.process;

import org.jspecify.annotations.NullMarked;
