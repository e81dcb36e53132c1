/// The rows that wait for the board: what was posted beside whom it could mean.
@NullMarked
package cme.portal.held;

import org.jspecify.annotations.NullMarked;
