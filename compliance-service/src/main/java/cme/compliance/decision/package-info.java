/// Records the decisions of the board on requirements of a diplomate.
@NullMarked
package cme.compliance.decision;

import org.jspecify.annotations.NullMarked;
