/// The ledger's completions: their model, storage, events and lists.
@NullMarked
package cme.credit.completion;

import org.jspecify.annotations.NullMarked;
