/** What a service tells of its process, beyond what Spring Boot tells. */
@NullMarked
package dev.imagemill.platform.process;

import org.jspecify.annotations.NullMarked;
