/// Corrects and withdraws completions by new revisions; nothing is overwritten.
@NullMarked
package cme.credit.correction;

import org.jspecify.annotations.NullMarked;
