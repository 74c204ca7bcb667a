/** The settings that all services share, loaded below every configuration file of a service. */
@NullMarked
package dev.imagemill.platform.configuration;

import org.jspecify.annotations.NullMarked;
