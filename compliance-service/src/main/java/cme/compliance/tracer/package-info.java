/// Records the tracer procedures that a diplomate chose.
@NullMarked
package cme.compliance.tracer;

import org.jspecify.annotations.NullMarked;
