/// Answers refused requests with problem details (RFC 9457) that name all violations.
@NullMarked
package cme.chassis.problem;

import org.jspecify.annotations.NullMarked;
