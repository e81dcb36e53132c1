/// Rosters: what was posted, what became of it, mending, and posting a new one.
@NullMarked
package cme.portal.roster;

import org.jspecify.annotations.NullMarked;
