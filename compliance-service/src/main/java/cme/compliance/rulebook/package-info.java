/// The rule sets of this deployment, for the other features and for whoever wants to read them.
@NullMarked
package cme.compliance.rulebook;

import org.jspecify.annotations.NullMarked;
