/// Tells what became known about a diplomate when, and how the standing changed by it.
@NullMarked
package cme.compliance.history;

import org.jspecify.annotations.NullMarked;
