/// Diplomates who have to be assessed again although nothing came in about them: a set that any
/// instance works off.
@NullMarked
package cme.compliance.reassessment;

import org.jspecify.annotations.NullMarked;
