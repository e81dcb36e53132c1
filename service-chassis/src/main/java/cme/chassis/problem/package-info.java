/// What a refused request answers: problem details (RFC 9457) that name every violation.
@NullMarked
package cme.chassis.problem;

import org.jspecify.annotations.NullMarked;
