/// The export of everything that this service holds on one person.
@NullMarked
package cme.compliance.privacy;

import org.jspecify.annotations.NullMarked;
