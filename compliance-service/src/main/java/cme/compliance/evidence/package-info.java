/// Stores every revision of the completions of diplomates.
@NullMarked
package cme.compliance.evidence;

import org.jspecify.annotations.NullMarked;
