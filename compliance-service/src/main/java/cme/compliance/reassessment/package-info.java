/// Keeps the set of diplomates who have to be assessed again; any instance works it off.
@NullMarked
package cme.compliance.reassessment;

import org.jspecify.annotations.NullMarked;
