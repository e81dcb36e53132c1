/// The catalog of activities that can be completed for credit, and of their approvals by the board.
@NullMarked
package cme.catalog;

import org.jspecify.annotations.NullMarked;
