/**
 * The ledger: every wanted rendition that is not there yet, as an item of a chunk.
 *
 * <p>Postgres is the long queue and Kafka the short conveyor. {@link dev.imagemill.storage.ledger.WorkPlanner} finds out which
 * wishes need work, {@link dev.imagemill.storage.ledger.Ledger} keeps them as chunks, the dispatcher releases chunks into Kafka
 * as far as a lane's window allows, and the results are applied item by item, each once, however often and in whatever order
 * they come.
 */
@NullMarked
package dev.imagemill.storage.ledger;

import org.jspecify.annotations.NullMarked;
