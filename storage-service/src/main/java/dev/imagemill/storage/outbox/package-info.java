/** Events that a transaction decides on and that go out once it has committed, at least once each. */
@NullMarked
package dev.imagemill.storage.outbox;

import org.jspecify.annotations.NullMarked;
