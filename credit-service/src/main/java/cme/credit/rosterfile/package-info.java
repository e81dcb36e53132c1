/// Reads rosters in every form that meeting systems send, one row at a time.
@NullMarked
package cme.credit.rosterfile;

import org.jspecify.annotations.NullMarked;
