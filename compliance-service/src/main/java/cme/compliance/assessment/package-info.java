/// Assesses diplomates with everything that is known and stores the answers.
@NullMarked
package cme.compliance.assessment;

import org.jspecify.annotations.NullMarked;
