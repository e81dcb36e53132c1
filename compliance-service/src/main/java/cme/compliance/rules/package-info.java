/// The rules of continuing certification as a pure function: records in, a status with its reasons
/// out.
@NullMarked
package cme.compliance.rules;

import org.jspecify.annotations.NullMarked;
