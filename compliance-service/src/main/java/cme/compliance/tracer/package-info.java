/// Records which tracer procedure a diplomate chose for a year.
@NullMarked
package cme.compliance.tracer;

import org.jspecify.annotations.NullMarked;
