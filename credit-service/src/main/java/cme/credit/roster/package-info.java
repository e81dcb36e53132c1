/// Many completions posted at once: reading every form of roster as a stream, and what became of
/// each row.
@NullMarked
package cme.credit.roster;

import org.jspecify.annotations.NullMarked;
