/// Reads rosters in every form that meeting systems send, row by row.
@NullMarked
package cme.credit.rosterfile;

import org.jspecify.annotations.NullMarked;
