/** What can go wrong, under stable codes: the one list of problems that HTTP answers, events and the job ledger speak of. */
@NullMarked
package dev.imagemill.contract.problem;

import org.jspecify.annotations.NullMarked;
