/// Reads the table of assessment cases, one file that drives the rules and the running service.
@NullMarked
package cme.compliance.cases;

import org.jspecify.annotations.NullMarked;
