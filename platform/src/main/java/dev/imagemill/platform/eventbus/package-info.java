/**
 * Events out to Kafka and back in: CloudEvents in binary mode, one way to publish that only returns when the broker has
 * acknowledged, and one way to read a message that sends what cannot be read to {@code <topic>.dlq}.
 *
 * <p>A service gets the {@link dev.imagemill.platform.eventbus.EventBus} and the {@link
 * dev.imagemill.platform.eventbus.EventMessages} as beans when this module is on its class path. The Kafka settings that all
 * services share are in {@code imagemill-platform.yaml}, which is loaded below every other configuration file: a service
 * imports nothing and overrides what it must.
 */
@NullMarked
package dev.imagemill.platform.eventbus;

import org.jspecify.annotations.NullMarked;
