/// Tells others when a diplomate's standing or the state of a finding changes.
@NullMarked
package cme.compliance.readiness;

import org.jspecify.annotations.NullMarked;
