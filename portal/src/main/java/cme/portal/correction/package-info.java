/// Corrections that societies propose after the board has decided: what waits, and the board's
/// answer.
@NullMarked
package cme.portal.correction;

import org.jspecify.annotations.NullMarked;
