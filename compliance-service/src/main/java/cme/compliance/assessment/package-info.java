/// Assesses diplomates with all that is known and keeps the answers.
@NullMarked
package cme.compliance.assessment;

import org.jspecify.annotations.NullMarked;
