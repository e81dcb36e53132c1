/// Holds posted rows that match no diplomate for sure until their diplomate is known.
@NullMarked
package cme.credit.heldrow;

import org.jspecify.annotations.NullMarked;
