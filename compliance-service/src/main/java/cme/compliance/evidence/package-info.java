/// What diplomates completed, kept as every revision that the ledger told of.
@NullMarked
package cme.compliance.evidence;

import org.jspecify.annotations.NullMarked;
