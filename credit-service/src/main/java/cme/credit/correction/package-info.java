/// Corrects, withdraws and moves completions by new revisions; no revision is lost.
@NullMarked
package cme.credit.correction;

import org.jspecify.annotations.NullMarked;
