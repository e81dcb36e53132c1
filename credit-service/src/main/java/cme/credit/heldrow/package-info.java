/// Holds posted rows that name no diplomate for sure until the board resolves them.
@NullMarked
package cme.credit.heldrow;

import org.jspecify.annotations.NullMarked;
