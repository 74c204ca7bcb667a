/** What an operator may set of the ingest service. */
@NullMarked
package dev.imagemill.ingest.settings;

import org.jspecify.annotations.NullMarked;
