/// How much of each kind waits for a decision of the board.
@NullMarked
package cme.portal.pending;

import org.jspecify.annotations.NullMarked;
