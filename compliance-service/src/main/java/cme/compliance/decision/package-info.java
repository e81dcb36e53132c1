/// Records what the board decided about one requirement of one diplomate.
@NullMarked
package cme.compliance.decision;

import org.jspecify.annotations.NullMarked;
