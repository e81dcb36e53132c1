/// Records in which three years a diplomate's credits are due.
@NullMarked
package cme.compliance.cycle;

import org.jspecify.annotations.NullMarked;
