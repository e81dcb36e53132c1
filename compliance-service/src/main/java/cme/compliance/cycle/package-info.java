/// Records the certification cycle of a diplomate, one at a time or by import.
@NullMarked
package cme.compliance.cycle;

import org.jspecify.annotations.NullMarked;
