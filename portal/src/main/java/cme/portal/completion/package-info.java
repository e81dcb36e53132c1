/// One completion: what is recorded, corrections and withdrawal.
@NullMarked
package cme.portal.completion;

import org.jspecify.annotations.NullMarked;
