/// Keeps every revision of what the board records about a diplomate.
@NullMarked
package cme.compliance.record;

import org.jspecify.annotations.NullMarked;
