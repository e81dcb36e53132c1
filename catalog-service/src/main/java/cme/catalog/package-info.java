/// What can be completed for credit, and for what and when the board approves it.
@NullMarked
package cme.catalog;

import org.jspecify.annotations.NullMarked;
