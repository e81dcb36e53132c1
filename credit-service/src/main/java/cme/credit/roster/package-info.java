/// Records many completions that are posted at once, keeps the result of each row, and withdraws a
/// whole roster.
@NullMarked
package cme.credit.roster;

import org.jspecify.annotations.NullMarked;
