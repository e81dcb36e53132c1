/// What the records of two merged numbers say differently, until the board has decided.
@NullMarked
package cme.portal.contradiction;

import org.jspecify.annotations.NullMarked;
