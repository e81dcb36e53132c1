/// Asks the compliance-service: statuses, what they are made of, and the rules.
@NullMarked
package cme.portal.compliance;

import org.jspecify.annotations.NullMarked;
