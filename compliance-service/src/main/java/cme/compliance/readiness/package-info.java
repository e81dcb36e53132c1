/// Publishes an event when the standing of a diplomate or the state of a finding changes.
@NullMarked
package cme.compliance.readiness;

import org.jspecify.annotations.NullMarked;
