/// The compliance service: does what a diplomate has completed suffice, as of a day, and why.
@NullMarked
package cme.compliance;

import org.jspecify.annotations.NullMarked;
