/// Decides which diplomate a caller may read about, and names the roles.
@NullMarked
package cme.compliance.access;

import org.jspecify.annotations.NullMarked;
