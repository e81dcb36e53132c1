/// Compares what is recorded of a sender with the sender's own books.
@NullMarked
package cme.credit.reconciliation;

import org.jspecify.annotations.NullMarked;
